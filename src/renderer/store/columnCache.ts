/** Columns used last, so that a fresh import is drawn from memory and a view can be left and come back to. */
import type { ColumnValues } from '#core/columnValues.ts';

const BUDGET_BYTES = 256 * 2 ** 20;

export interface ColumnCache {
  get(datasetId: string, column: string): ColumnValues | undefined;
  put(datasetId: string, column: string, values: ColumnValues): void;
  forget(datasetId: string): void;
}

export function createColumnCache(budgetBytes = BUDGET_BYTES): ColumnCache {
  // A Map iterates in the order of insertion: the first entry is the one used longest ago.
  const entries = new Map<string, ColumnValues>();
  const keyOf = (datasetId: string, column: string) => `${datasetId}\n${column}`;
  let bytes = 0;
  const remove = (key: string) => {
    bytes -= entries.get(key)?.byteLength ?? 0;
    entries.delete(key);
  };
  return {
    get: (datasetId, column) => {
      const key = keyOf(datasetId, column);
      const values = entries.get(key);
      if (!values) return undefined;
      entries.delete(key);
      entries.set(key, values);
      return values;
    },
    put: (datasetId, column, values) => {
      const key = keyOf(datasetId, column);
      remove(key);
      if (values.byteLength > budgetBytes) return;
      entries.set(key, values);
      bytes += values.byteLength;
      for (const oldest of entries.keys()) {
        if (bytes <= budgetBytes) break;
        remove(oldest);
      }
    },
    forget: (datasetId) => {
      for (const key of [...entries.keys()]) if (key.startsWith(`${datasetId}\n`)) remove(key);
    },
  };
}
