/** The cycles of the shown full cells as a table of words. */
import { CAPACITY_UNITS, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { RetainedCycle } from '#core/cycling/fullCell/summariseFullCell.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { significant } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { capacityOfSide, fullCellOf } from './cellCycles.ts';
import { runName } from './runName.ts';
import type { PlotKind } from './cyclingSettings.ts';
import type { AnalysedRun } from './useFullCells.ts';

const words = text.cycling.fullCell;
const shown = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value) ? '–' : significant(value, 4);
const percent = (share: number | null): string => shown(share === null ? null : 100 * share);

function rowOf(cell: string, cycle: RetainedCycle, basis: CapacityBasis): readonly string[] {
  const { charge, discharge } = cycle;
  return [
    cell,
    String(cycle.cycle),
    shown(capacityOfSide(charge, basis)),
    shown(capacityOfSide(discharge, basis)),
    percent(cycle.coulombicEfficiency),
    percent(cycle.energyEfficiency),
    percent(cycle.voltageEfficiency),
    shown(discharge?.averageVoltage_V),
    shown(discharge?.halfCapacityVoltage_V),
    percent(cycle.retention),
    cycle.leftOut === null ? '' : words.flaws[cycle.leftOut],
  ];
}

/** Cycles stand in the table where they are drawn, and where every run has them; half cycles where any run has only those. */
export function showsCycles(runs: readonly AnalysedRun[], plot: PlotKind): boolean {
  const isOfCycles = plot === 'cycles' || plot === 'incrementalCapacity';
  const full = runs.filter((run) => fullCellOf(run)).length;
  return full > 0 && (isOfCycles || full === runs.length);
}

export function cycleTable(runs: readonly AnalysedRun[], basis: CapacityBasis): ShownTable {
  const unit = CAPACITY_UNITS[basis].replace('cm2', 'cm²');
  return {
    titles: words.titles(unit),
    rows: runs.flatMap((run) => {
      const name = runName(run, runs);
      return (fullCellOf(run)?.cycles ?? []).map((cycle) => rowOf(name, cycle, basis));
    }),
  };
}
