/** What is chosen in the tree: cells, or single datasets. Nothing chosen means the whole study. */
import type { DatasetKind } from '#core/dataset.ts';
import type { Cell } from '#core/project/study.ts';
import type { StoredDataset } from '../store/schema.ts';
import type { StudyContents } from '../store/studyStore.ts';

export interface Selection {
  readonly cellIds: ReadonlySet<string>;
  readonly datasetIds: ReadonlySet<string>;
}

export const EMPTY_SELECTION: Selection = { cellIds: new Set(), datasetIds: new Set() };

export function isEmptySelection(selection: Selection): boolean {
  return selection.cellIds.size === 0 && selection.datasetIds.size === 0;
}

/** Cells that a view shows, excluded ones only when they are chosen by hand. */
export function selectedCells(contents: StudyContents, selection: Selection): readonly Cell[] {
  if (isEmptySelection(selection)) return contents.cells.filter((cell) => cell.exclusionReason === null);
  const ids = new Set(selection.cellIds);
  for (const dataset of contents.datasets) {
    if (dataset.cellId !== null && selection.datasetIds.has(dataset.id)) ids.add(dataset.cellId);
  }
  return contents.cells.filter((cell) => ids.has(cell.id));
}

/**
 * Datasets of that kind that a view shows: those chosen, and those of chosen cells. Nothing chosen where no cell has any yet
 * means the files themselves: what was just imported is seen at once.
 */
export function selectedDatasets(
  contents: StudyContents,
  selection: Selection,
  kind: DatasetKind,
): readonly StoredDataset[] {
  const ofKind = contents.datasets.filter((dataset) => dataset.kind === kind);
  if (!isEmptySelection(selection))
    return ofKind.filter(({ id, cellId }) => selection.datasetIds.has(id) || isIn(cellId, selection.cellIds));
  if (ofKind.every(({ cellId }) => cellId === null)) return ofKind;
  const shown = new Set(selectedCells(contents, selection).map(({ id }) => id));
  return ofKind.filter(({ cellId }) => isIn(cellId, shown));
}

function isIn(cellId: string | null, cellIds: ReadonlySet<string>): boolean {
  return cellId !== null && cellIds.has(cellId);
}
