/** Metrics of the groups with their ratio and test, as a table. */
import type { GroupValues, MetricComparison } from '#core/compare/comparison.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { digits as shownDigits, significant } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { unitText } from '../../text/unitText.ts';
import { withError } from '../../text/withError.ts';

const words = text.compare;

const digits = (value: number, significant = 3) =>
  Number.isFinite(value) ? shownDigits(value, significant).replace('-', '−') : '–';

/** Identifies a row: the metric and the set of cells it is of. */
export function metricKey({ metric, set }: Pick<MetricComparison, 'metric' | 'set'>): string {
  return `${metric} ${set}`;
}

/** Mean ± SD with the number of cells; lifetimes have no mean, for some may be censored. */
function groupWords({ n, mean, sd, values, censored }: GroupValues): string {
  if (n === 0) return '–';
  if (mean === null)
    return words.lifetimes(values.map((value, k) => `${censored?.[k] ? '>' : ''}${digits(value)}`));
  if (sd === null) return words.single(digits(mean));
  return words.meanOf(sd > 0 ? withError(mean, sd) : `${digits(mean)} ± 0`, n);
}

function ratioWords({ ratio, ratioLower95, ratioUpper95 }: MetricComparison): string {
  if (ratio === null) return '–';
  return ratioLower95 === null || ratioUpper95 === null
    ? significant(ratio, 3)
    : words.interval(significant(ratio, 3), significant(ratioLower95, 3), significant(ratioUpper95, 3));
}

function pWords({ p, pHolm, smallestRankP }: MetricComparison): readonly string[] {
  const shown = (value: number | null) => (value === null ? '–' : digits(value, 2));
  return [shown(p), shown(pHolm), shown(smallestRankP)];
}

/** The value of every cell, group by group; `>` where its test ended before it failed. */
export function eachCellWords({ groups }: MetricComparison): string {
  const shown = groups
    .filter(({ n }) => n > 0)
    .map(({ group, values, censored }) =>
      words.each.group(
        group,
        values.map((value, k) => `${censored?.[k] ? '>' : ''}${digits(value)}`),
      ),
    );
  return shown.length === 0 ? '–' : words.each.label(shown);
}

/** Of the values of every cell, which the window shows as a sparkline. */
export function isEachCellColumn(title: string): boolean {
  return title === words.columns.each;
}

export function metricsTable(metrics: readonly MetricComparison[], groups: readonly string[]): ShownTable {
  const { columns } = words;
  return {
    titles: [
      columns.set,
      columns.metric,
      columns.unit,
      columns.each,
      columns.ratio(groups[0] ?? '', groups[1] ?? ''),
      ...groups,
      columns.test,
      columns.p,
      columns.pHolm,
      columns.smallestP,
    ],
    rows: metrics.map((metric) => [
      metric.set,
      metric.title,
      metric.unit === '1' ? '' : unitText(metric.unit),
      eachCellWords(metric),
      ratioWords(metric),
      ...groups.map((name) => {
        const values = metric.groups.find(({ group }) => group === name);
        return values ? groupWords(values) : '–';
      }),
      metric.test,
      ...pWords(metric),
    ]),
  };
}
