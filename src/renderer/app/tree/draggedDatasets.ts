/** Measurements (or cells) that are dragged within the window. */
const TYPE = 'application/x-amalgam-rows';

export interface Dragged {
  readonly datasetIds: readonly string[];
  readonly cellIds: readonly string[];
}

export function startDrag(transfer: DataTransfer, dragged: Dragged): void {
  transfer.setData(TYPE, JSON.stringify(dragged));
  transfer.effectAllowed = 'move';
}

/** Known while the drag is still over the page; what is dragged can be read only when it is dropped. */
export function isRowDrag(transfer: DataTransfer): boolean {
  return transfer.types.includes(TYPE);
}

export function isFileDrag(transfer: DataTransfer): boolean {
  return transfer.types.includes('Files');
}

export function droppedRows(transfer: DataTransfer): Dragged | null {
  const data = transfer.getData(TYPE);
  return data === '' ? null : (JSON.parse(data) as Dragged);
}
