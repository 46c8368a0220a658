/**
 * Columns on their way to the window. Electron copies what crosses ipc, so values wait here and each column is let go
 * the moment the page fetches it, or when the page gives the import up.
 */
import { randomUUID } from 'node:crypto';
import { kindOf, type ColumnValues } from '#core/columnValues.ts';
import type { Dataset } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { ShelvedDataset, ShelvedOutcome } from '#ipc/contract.ts';

export interface ColumnShelf {
  /** The name under which a column of that import can be fetched. */
  put(run: string, values: ColumnValues): string;
  /** The bytes of a column, given out once; undefined for a name that is not on the shelf. */
  take(name: string): Uint8Array | undefined;
  /** Lets go what the page has not fetched of an import. */
  release(run: string): void;
  clear(): void;
  readonly bytes: () => number;
}

export function createColumnShelf(): ColumnShelf {
  const waiting = new Map<string, { readonly run: string; readonly values: ColumnValues }>();
  return {
    put(run, values) {
      const name = randomUUID();
      waiting.set(name, { run, values });
      return name;
    },
    take(name) {
      const values = waiting.get(name)?.values;
      waiting.delete(name);
      return values && new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    },
    release(run) {
      for (const [name, column] of waiting) if (column.run === run) waiting.delete(name);
    },
    clear: () => {
      waiting.clear();
    },
    bytes: () => [...waiting.values()].reduce((sum, { values }) => sum + values.byteLength, 0),
  };
}

/** Where the columns of one import go. */
interface RunShelf {
  put(values: ColumnValues): string;
}

function shelveDataset(shelf: RunShelf, dataset: Dataset): ShelvedDataset {
  const columns = dataset.columns.map(({ values, ...column }) => ({
    ...column,
    valueKind: kindOf(values),
    shelf: shelf.put(values),
  }));
  return { ...dataset, columns };
}

/** The outcome of an import as it goes to the window: values stay on the shelf. */
export function shelveOutcome(shelf: RunShelf, outcome: ImportOutcome): ShelvedOutcome {
  if (!outcome.ok) return outcome;
  return { ...outcome, datasets: outcome.datasets.map((dataset) => shelveDataset(shelf, dataset)) };
}
