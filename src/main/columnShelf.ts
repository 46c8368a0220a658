/**
 * Columns on their way to the window. Electron copies what crosses ipc, so values wait here and each column is let go
 * the moment the page fetches it.
 */
import { randomUUID } from 'node:crypto';
import type { Dataset } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { ShelvedDataset, ShelvedOutcome } from '#ipc/contract.ts';

export interface ColumnShelf {
  put(values: Float64Array): string;
  /** The bytes of a column, given out once; undefined for a name that is not on the shelf. */
  take(name: string): Uint8Array | undefined;
  clear(): void;
  readonly bytes: () => number;
}

export function createColumnShelf(): ColumnShelf {
  const waiting = new Map<string, Float64Array>();
  return {
    put(values) {
      const name = randomUUID();
      waiting.set(name, values);
      return name;
    },
    take(name) {
      const values = waiting.get(name);
      waiting.delete(name);
      return values && new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    },
    clear: () => {
      waiting.clear();
    },
    bytes: () => [...waiting.values()].reduce((sum, values) => sum + values.byteLength, 0),
  };
}

function shelveDataset(shelf: ColumnShelf, dataset: Dataset): ShelvedDataset {
  const columns = dataset.columns.map(({ values, ...column }) => ({ ...column, shelf: shelf.put(values) }));
  return { ...dataset, columns };
}

/** The outcome of an import as it goes to the window: values stay on the shelf. */
export function shelveOutcome(shelf: ColumnShelf, outcome: ImportOutcome): ShelvedOutcome {
  if (!outcome.ok) return outcome;
  return { ...outcome, datasets: outcome.datasets.map((dataset) => shelveDataset(shelf, dataset)) };
}
