/** What a shown run is called beside others: its cell, and its file where the cell has another run among them. */
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

type Named = Pick<CyclingRunView, 'cell' | 'dataset'>;

export function runName({ cell, dataset }: Named, shown: readonly Named[]): string {
  if (!cell) return dataset.fileName;
  const ofCell = shown.filter((run) => run.cell?.id === cell.id);
  return ofCell.length > 1 ? `${cell.name}: ${dataset.fileName}` : cell.name;
}
