import { csvOf } from '#core/compare/export/csvTable.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';

/** One row for every cell and metric. Of lifetimes it says whether the test ended before the cell did. */
export function cellsCsv(metrics: readonly MetricComparison[]): string {
  return csvOf({
    titles: ['set', 'group', 'cell', 'metric', 'title', 'value', 'unit', 'censored'],
    rows: metrics.flatMap(({ set, metric, title, unit, groups }) =>
      groups.flatMap(({ group, cells, values, censored }) =>
        values.map((value, k) => [
          ...[set, group, cells[k] ?? '', metric, title, value, unit],
          censored?.[k] ?? null,
        ]),
      ),
    ),
  });
}
