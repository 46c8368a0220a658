import type { Dataset } from '#core/dataset.ts';

/** A cycling dataset from plain lists, for tests. */
export function datasetOf(
  columns: Readonly<Record<string, readonly number[]>>,
  metadata: Dataset['metadata'] = {},
): Dataset {
  const entries = Object.entries(columns);
  return {
    kind: 'cycling',
    label: 'test',
    rows: entries[0]?.[1].length ?? 0,
    columns: entries.map(([name, values]) => ({
      name,
      unit: name.endsWith('_V') ? 'V' : '',
      source: name,
      values: Float64Array.from(values),
    })),
    metadata,
  };
}
