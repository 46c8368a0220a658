/** Columns in and out of the database, in blocks of BLOCK_VALUES values. */
import { kindOf, valuesOfBytes, type ValueKind } from '#core/columnValues.ts';
import { Dexie } from 'dexie';
import type { Column } from '#core/dataset.ts';
import { BLOCK_VALUES, type StoredBlock, type StudyDatabase } from './schema.ts';

/** Columns held outside of the database while undo may want them back; the browser pages blobs to disk. */
export interface StashedBlock {
  readonly column: string;
  readonly index: number;
  readonly kind: ValueKind;
  readonly values: Blob;
}

export function blockCount(rows: number): number {
  return Math.ceil(rows / BLOCK_VALUES);
}

/** Blocks under way at a time: the next is prepared while the browser stores those before it. */
const IN_FLIGHT = 3;

/** Block after block, few of them in flight, so that frames are drawn in between. Call inside a transaction. */
export async function writeColumns(
  database: StudyDatabase,
  datasetId: string,
  columns: readonly Column[],
  signal: AbortSignal | null,
): Promise<void> {
  const inFlight: PromiseLike<unknown>[] = [];
  for (const { name, values } of columns) {
    for (let index = 0; index < blockCount(values.length); index++) {
      if (inFlight.length >= IN_FLIGHT) await inFlight.shift();
      signal?.throwIfAborted();
      // A subarray would be stored with the whole buffer behind it.
      const block = values.slice(index * BLOCK_VALUES, (index + 1) * BLOCK_VALUES);
      const put = database.blocks.put({ datasetId, column: name, index, values: block });
      // Awaited above or below, unless one before it fails and takes the transaction with it.
      put.catch(() => undefined);
      inFlight.push(put);
    }
  }
  await Promise.all(inFlight);
}

/** All values of one column; undefined when the dataset has no such column or a block of it is missing. */
export async function readValues(
  database: StudyDatabase,
  dataset: { readonly id: string; readonly rows: number },
  column: string,
): Promise<Float64Array | undefined> {
  const values = new Float64Array(dataset.rows);
  const blocks = blockCount(dataset.rows);
  for (let index = 0; index < blocks; index++) {
    const block = await database.blocks.get([dataset.id, column, index]);
    if (!block) return undefined;
    values.set(block.values, index * BLOCK_VALUES);
  }
  return values;
}

function blocksOf(database: StudyDatabase, datasetId: string) {
  return database.blocks.where(':id').between([datasetId, Dexie.minKey, Dexie.minKey], [datasetId, [], []]);
}

export async function deleteBlocks(database: StudyDatabase, datasetId: string): Promise<void> {
  await blocksOf(database, datasetId).delete();
}

export async function stashBlocks(database: StudyDatabase, datasetId: string): Promise<StashedBlock[]> {
  const stash: StashedBlock[] = [];
  await blocksOf(database, datasetId).each(({ column, index, values }) => {
    const bytes = new Blob([values as typeof values & ArrayBufferView<ArrayBuffer>]);
    stash.push({ column, index, kind: kindOf(values), values: bytes });
  });
  return stash;
}

export async function unstashed(datasetId: string, stash: readonly StashedBlock[]): Promise<StoredBlock[]> {
  return Promise.all(
    stash.map(async ({ column, index, kind, values }) => ({
      datasetId,
      column,
      index,
      values: valuesOfBytes(kind, await values.arrayBuffer()),
    })),
  );
}
