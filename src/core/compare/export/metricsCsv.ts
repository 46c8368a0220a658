import { csvOf, type CsvTable } from '#core/compare/export/csvTable.ts';
import {
  pairsOf,
  type GroupValues,
  type MetricComparison,
  type PairResult,
} from '#core/compare/comparison.ts';

/** One row for every metric, set of cells and pair of groups; the ratio is of the first group over the second. */
export function metricsCsv(metrics: readonly MetricComparison[]): string {
  const table: CsvTable = {
    titles: [
      ...['set', 'metric', 'title', 'unit', 'first group', 'second group'],
      ...['n first', 'mean first', 'SD first', 'n second', 'mean second', 'SD second'],
      ...[
        'ratio of geometric means',
        'ratio lower 95 %',
        'ratio upper 95 %',
        'test',
        'p',
        'p (Holm)',
        'tests counted by Holm',
      ],
      ...[
        'p of permutations',
        'p of ranks',
        'smallest p of ranks',
        'Hedges g',
        'g lower 95 %',
        'g upper 95 %',
        'warnings',
      ],
    ],
    rows: metrics.flatMap((metric) => pairsOf(metric).map((pair) => rowOf(metric, pair))),
  };
  return csvOf(table);
}

function rowOf(comparison: MetricComparison, pair: PairResult) {
  const { set, metric, title, unit, groups, holmTests, warnings } = comparison;
  const { ratio, ratioLower95, ratioUpper95, test, p, pHolm, permutationP, rankP, smallestRankP, hedgesG } =
    pair;
  const sample = (name: string) => sampleOf(groups.find(({ group }) => group === name));
  return [
    ...[set, metric, title, unit, ...pair.pair],
    ...pair.pair.flatMap(sample),
    ...[ratio, ratioLower95, ratioUpper95, test, p, pHolm],
    ...[p === null ? null : holmTests, permutationP, rankP, smallestRankP],
    ...[hedgesG?.g ?? null, hedgesG?.lower95 ?? null, hedgesG?.upper95 ?? null],
    warnings.map(({ text }) => text).join(' '),
  ];
}

function sampleOf(group: GroupValues | undefined) {
  return [group?.n ?? 0, group?.mean ?? null, group?.sd ?? null];
}
