/** Points that the user leaves out of computations, and brings back. */
import { text } from '../../text/text.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change } from '../studyStore.ts';

/** Both sides name the field: what is undone must be set, also to nothing. */
function withRows(dataset: StoredDataset, rows: ReadonlySet<number>): StoredDataset {
  return { ...dataset, excludedRows: [...rows].sort((a, b) => a - b) };
}

function changeOf(dataset: StoredDataset, rows: ReadonlySet<number>, label: string): Change {
  const before = withRows(dataset, new Set(dataset.excludedRows ?? []));
  const after = withRows(dataset, rows);
  const isSame = before.excludedRows?.join() === after.excludedRows?.join();
  return { label, rows: isSame ? [] : [{ table: 'datasets', id: dataset.id, before, after }] };
}

export function leaveOutRows(dataset: StoredDataset, rows: readonly number[]): Change {
  const all = new Set([...(dataset.excludedRows ?? []), ...rows]);
  return changeOf(dataset, all, text.changes.leaveOut(rows.length));
}

export function bringBackRows(dataset: StoredDataset, rows: readonly number[]): Change {
  const back = new Set(rows);
  const kept = new Set((dataset.excludedRows ?? []).filter((row) => !back.has(row)));
  return changeOf(dataset, kept, text.changes.bringBack(rows.length));
}
