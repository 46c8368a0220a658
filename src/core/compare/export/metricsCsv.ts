import { csvOf, type CsvTable } from '#core/compare/export/csvTable.ts';
import type { GroupValues, MetricComparison, PairResult } from '#core/compare/comparison.ts';

/** One row for every metric, set of cells and pair of groups; the ratio is of the first group over the second. */
export function metricsCsv(metrics: readonly MetricComparison[]): string {
  const table: CsvTable = {
    titles: [
      ...['set', 'metric', 'title', 'unit', 'first group', 'second group'],
      ...['n first', 'mean first', 'SD first', 'n second', 'mean second', 'SD second'],
      ...['ratio of geometric means', 'ratio lower 95 %', 'ratio upper 95 %', 'test', 'p', 'p (Holm)'],
      ...['p of ranks', 'smallest p of ranks', 'Hedges g', 'g lower 95 %', 'g upper 95 %', 'warnings'],
    ],
    rows: metrics.flatMap((metric) =>
      (metric.pairs.length > 0 ? metric.pairs : [metric]).map((pair) => rowOf(metric, pair)),
    ),
  };
  return csvOf(table);
}

function rowOf({ set, metric, title, unit, groups, warnings }: MetricComparison, pair: PairResult) {
  const { ratio, ratioLower95, ratioUpper95, test, p, pHolm, rankP, smallestRankP, hedgesG } = pair;
  const sample = (name: string) => sampleOf(groups.find(({ group }) => group === name));
  return [
    ...[set, metric, title, unit, ...pair.pair],
    ...pair.pair.flatMap(sample),
    ...[ratio, ratioLower95, ratioUpper95, test, p, pHolm, rankP, smallestRankP],
    ...[hedgesG?.g ?? null, hedgesG?.lower95 ?? null, hedgesG?.upper95 ?? null],
    warnings.map(({ text }) => text).join(' '),
  ];
}

function sampleOf(group: GroupValues | undefined) {
  return [group?.n ?? 0, group?.mean ?? null, group?.sd ?? null];
}
