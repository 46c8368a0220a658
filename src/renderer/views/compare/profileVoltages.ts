/** What of the runs stands side by side: their whole voltage, or one half cycle of each, its time counted from its start. */
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { Loaded } from '../../app/useLoaded.ts';

/** Of one run; the half cycles are needed only where one of them is drawn. */
export interface ReadRun {
  readonly voltage: CellVoltage;
  readonly halfCycles: Loaded<readonly HalfCycle[]> | undefined;
}

export interface ProfileVoltages {
  readonly voltages: readonly CellVoltage[];
  /** Which run has no such half cycle, and why. */
  readonly lacks: readonly string[];
}

/** By rows, not by time: the last row of the half cycle before may have the time of the first. */
function cut(voltage: CellVoltage, { firstRow, endRow, startTime_s }: HalfCycle): CellVoltage {
  const voltage_V = voltage.voltage_V.subarray(firstRow, endRow);
  return {
    ...voltage,
    time_s: voltage.time_s.subarray(firstRow, endRow),
    voltage_V,
    pyramid: minMaxPyramid(voltage_V),
    timeZero_s: startTime_s,
    trimFrom_s: null,
    trimTo_s: null,
  };
}

/** @param halfCycle counts from 1 in each file; null = whole runs */
export function profileVoltages(runs: readonly ReadRun[], halfCycle: number | null): ProfileVoltages {
  if (halfCycle === null) return { voltages: runs.map(({ voltage }) => voltage), lacks: [] };
  const voltages: CellVoltage[] = [];
  const lacks: string[] = [];
  for (const { voltage, halfCycles } of runs) {
    if (!halfCycles) continue;
    if (!halfCycles.ok) {
      const { error } = halfCycles;
      lacks.push(words.noHalfCycles(voltage.name, error instanceof Error ? error.message : String(error)));
      continue;
    }
    const found = halfCycles.value.find(({ index }) => index === halfCycle);
    if (found) voltages.push(cut(voltage, found));
    else lacks.push(words.fewerHalfCycles(voltage.name, halfCycles.value.length));
  }
  return { voltages, lacks };
}
