/** The datasets of one file put back together, for comparison with a table that was never split. */
import type { Dataset } from '#core/dataset.ts';

/** All rows of a file's datasets in the order of their time, by column name; NaN where a dataset lacks the column. */
export function rejoin(datasets: readonly Dataset[]): { rows: number; columns: Map<string, number[]> } {
  const names = [...new Set(datasets.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const places = datasets.flatMap((dataset, d) =>
    Array.from({ length: dataset.rows }, (_, row) => ({ d, row })),
  );
  const valueAt = (name: string, { d, row }: { d: number; row: number }) =>
    datasets[d]?.columns.find((column) => column.name === name)?.values[row] ?? NaN;
  const time = places.map((place) => valueAt('time_s', place));
  const order = places.map((_, i) => i).sort((a, b) => (time[a] ?? 0) - (time[b] ?? 0) || a - b);
  const columns = new Map(
    names.map((name) => [name, order.map((i) => valueAt(name, places[i] ?? { d: 0, row: 0 }))] as const),
  );
  return { rows: places.length, columns };
}
