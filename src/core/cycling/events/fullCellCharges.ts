import { chargeDirection } from '#core/cycling/fullCell/chargeDirection.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';

/** A half cycle by what its charge and its end say. */
export interface Passed {
  readonly halfCycle: number;
  readonly capacity_mAh: number;
  /** Unsigned. */
  readonly current_mA: number;
  /** |E| over its last 2 %. */
  readonly end_V: number;
  readonly isInterrupted: boolean;
}

/** A charge between unlike electrodes, beside the discharges around it; null where the run has none there. */
export interface FullCellCharge extends Passed {
  readonly before: Passed | null;
  readonly after: Passed | null;
}

interface HalfCycleOfCell {
  readonly index: number;
  readonly direction: 'positive' | 'negative';
  readonly capacity_mAh: number;
  readonly current_mA: number;
  readonly middleVoltage_mV: number;
  readonly isInterrupted: boolean;
}

/** The charges of a run in order of time; which direction charges is told by the course of the voltage. */
export function fullCellCharges(
  halfCycles: readonly HalfCycleOfCell[],
  parts: readonly RunPart[],
): FullCellCharge[] {
  const ends = endsOf(parts);
  const courses = halfCycles.map(({ index, middleVoltage_mV }) => {
    const { initial_V = NaN, final_V = NaN } = ends.get(index) ?? {};
    const averageVoltage_V = middleVoltage_mV / 1000;
    return { averageVoltage_V, rise_V: Math.sign(averageVoltage_V) * (final_V - initial_V) };
  });
  const { positiveIs } = chargeDirection(halfCycles, courses);
  const charging = positiveIs === 'charge' ? 'positive' : 'negative';
  const passed = halfCycles.map(({ index, capacity_mAh, current_mA, isInterrupted }) => ({
    ...{ halfCycle: index, capacity_mAh, current_mA: Math.abs(current_mA), isInterrupted },
    end_V: ends.get(index)?.final_V ?? NaN,
  }));
  const isCharge = (k: number) => halfCycles[k]?.direction === charging;
  const discharge = (k: number) => (isCharge(k) ? null : (passed[k] ?? null));
  return passed.flatMap((each, k) =>
    isCharge(k) ? [{ ...each, before: discharge(k - 1), after: discharge(k + 1) }] : [],
  );
}

type Ends = Pick<RunPart, 'initial_V' | 'final_V'>;

/** Of each half cycle, by its number: where its first part begins and its last one ends. */
function endsOf(parts: readonly RunPart[]): ReadonlyMap<number, Ends> {
  const ends = new Map<number, Ends>();
  for (const { halfCycle, initial_V, final_V } of parts)
    ends.set(halfCycle, { initial_V: ends.get(halfCycle)?.initial_V ?? initial_V, final_V });
  return ends;
}
