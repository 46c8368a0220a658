/** The cycles of the shown full cells, for the figure. */
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { FullCellSide } from '#core/cycling/fullCell/fullCellCycles.ts';
import type { FullCellSummary } from '#core/cycling/fullCell/summariseFullCell.ts';
import type { CellCycles } from '#figures/cycleCapacityFigure.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { digits } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import type { AnalysedRun } from './useFullCells.ts';

export function capacityOfSide(side: FullCellSide | null, basis: CapacityBasis): number | null {
  if (!side) return null;
  if (basis === 'absolute') return side.capacity_mAh;
  return basis === 'perArea' ? side.capacity_mAhPerCm2 : side.capacity_mAhPerG;
}

export function fullCellOf({ fullCell }: AnalysedRun): FullCellSummary | null {
  return fullCell?.ok ? fullCell.value : null;
}

export function cellCycles(
  contents: StudyContents,
  runs: readonly AnalysedRun[],
  basis: CapacityBasis,
): readonly CellCycles[] {
  return runs.flatMap((run) => {
    const summary = fullCellOf(run);
    if (!summary) return [];
    const { cycles } = summary;
    return [
      {
        ...cellIdentity(contents, run),
        cycle: Float64Array.from(cycles, ({ cycle }) => cycle),
        capacity: Float64Array.from(cycles, ({ discharge }) => capacityOfSide(discharge, basis) ?? NaN),
        coulombicEfficiency: Float64Array.from(cycles, (cycle) => 100 * (cycle.coulombicEfficiency ?? NaN)),
        leftOut: new Set(cycles.flatMap(({ cycle, leftOut }) => (leftOut === null ? [] : [cycle]))),
      },
    ];
  });
}

/** How much each cell kept, with the cycle it is referred to. */
export function retentionNotes(runs: readonly AnalysedRun[]): readonly string[] {
  return runs.flatMap((run) => {
    const retained = fullCellOf(run)?.retained;
    if (!retained?.last) return [];
    const { referenceCycle, last } = retained;
    const name = run.cell?.name ?? run.dataset.fileName;
    return [text.cycling.fullCell.kept(name, digits(100 * last.retention, 4), last.cycle, referenceCycle)];
  });
}
