/** Changes of measurements: the cell they belong to, their state, and whether they are there at all. */
import type { StateTag } from '#core/project/study.ts';
import { text } from '../../text/text.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change, RowChange, StudyContents } from '../studyStore.ts';

function patched(datasets: readonly StoredDataset[], patch: Partial<StoredDataset>): readonly RowChange[] {
  return datasets.map((row) => ({ table: 'datasets', id: row.id, before: row, after: { ...row, ...patch } }));
}

function chosen(contents: StudyContents, ids: ReadonlySet<string>): readonly StoredDataset[] {
  return contents.datasets.filter((dataset) => ids.has(dataset.id));
}

export function assignDatasets(
  contents: StudyContents,
  ids: ReadonlySet<string>,
  cellId: string | null,
): Change {
  const datasets = chosen(contents, ids);
  const cell = contents.cells.find(({ id }) => id === cellId);
  return {
    label: text.changes.assign(datasets.length, cell?.name ?? null),
    rows: patched(datasets, { cellId }),
  };
}

export function setState(contents: StudyContents, ids: ReadonlySet<string>, state: StateTag): Change {
  return { label: text.changes.setState, rows: patched(chosen(contents, ids), { state }) };
}

/** A file goes with the last of its measurements; their space is free when the change is done. */
export function removeDatasets(contents: StudyContents, ids: ReadonlySet<string>): Change {
  const gone = chosen(contents, ids);
  const kept = new Set(contents.datasets.filter(({ id }) => !ids.has(id)).map(({ importId }) => importId));
  const touched = new Set(gone.map(({ importId }) => importId));
  const imports = contents.imports.filter(({ id }) => touched.has(id) && !kept.has(id));
  return {
    label: text.changes.removeDatasets(gone.length),
    rows: [
      ...gone.map((row): RowChange => ({ table: 'datasets', id: row.id, before: row, after: null })),
      ...imports.map((row): RowChange => ({ table: 'imports', id: row.id, before: row, after: null })),
    ],
  };
}
