/** Several files of one cell become one run; undo brings the files' own runs back. */
import type { Problem } from '#core/problem.ts';
import {
  joinContinuations,
  type JoinedPart,
  type RunPart,
} from '#core/import/continuation/joinContinuations.ts';
import { digits } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { columnInfo } from '../importRows.ts';
import { loadDataset } from '../loadDataset.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change, RowChange, StudyContents, StudyStore } from '../studyStore.ts';

export type JoinRuns =
  | { readonly ok: true; readonly change: Change; readonly datasetId: string }
  | { readonly ok: false; readonly problem: Problem };

async function partsOf(store: StudyStore, contents: StudyContents, rows: readonly StoredDataset[]) {
  const parts: RunPart[] = [];
  for (const row of rows) {
    const entry = contents.imports.find(({ id }) => id === row.importId);
    if (entry) parts.push({ dataset: await loadDataset(store, row), receipt: entry.receipt });
  }
  return parts;
}

/** The pauses between the files stay in the time axis, and are named. */
function gapWords(parts: readonly JoinedPart[]): string {
  return parts
    .flatMap(({ file, gap_s, firstRow }) =>
      gap_s === null ? [] : [text.receipt.joinedGap(file, firstRow + 1, digits(gap_s / 60, 4))],
    )
    .join('; ');
}

/** The joined run keeps the cell, the state and the receipt of the first of `rows`. */
export async function joinRuns(
  store: StudyStore,
  contents: StudyContents,
  rows: readonly StoredDataset[],
): Promise<JoinRuns> {
  const outcome = joinContinuations(await partsOf(store, contents, rows));
  const [first] = rows;
  if (!outcome.ok) return outcome;
  if (!first) throw new Error('nothing to join');
  const { dataset, parts } = outcome;
  const joined: StoredDataset = {
    ...first,
    id: crypto.randomUUID(),
    fileName: parts.map(({ file }) => file).join(' + '),
    label: dataset.label,
    rows: dataset.rows,
    ...(dataset.breaks && { breaks: dataset.breaks }),
    metadata: { ...dataset.metadata, [text.receipt.joinedGaps]: gapWords(parts) },
    columns: dataset.columns.map(columnInfo),
    contentKey: parts.map(({ sha256, label }) => `${sha256}:${label}`).join('+'),
  };
  const removed = rows.map((row): RowChange => ({ table: 'datasets', id: row.id, before: row, after: null }));
  const added: RowChange = { table: 'datasets', id: joined.id, before: null, after: joined };
  const change = {
    label: text.changes.join(rows.length),
    rows: [...removed, added],
    columns: new Map([[joined.id, dataset.columns]]),
  };
  return { ok: true, change, datasetId: joined.id };
}
