/**
 * Finds the protocol of the reservoir method (Aurbach; Adams et al., Adv. Energy Mater. 8 (2018) 1702097): much metal is
 * plated, a part of it stripped and plated n times, and all of it stripped until the voltage runs away.
 */
import { reservoirEfficiency } from '#core/cycling/fullCell/reservoirEfficiency.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface ReservoirResult {
  readonly efficiency: number;
  readonly cycles: number;
  /** Mean of the partial half cycles. */
  readonly cycled_mAh: number;
  readonly plated_mAh: number;
  readonly stripped_mAh: number;
  /** Index of the half cycle that plates the reservoir, and of the one that strips it. */
  readonly firstHalfCycle: number;
  readonly lastHalfCycle: number;
}

export type NoReservoir = { readonly refused: 'no-equal-cycles' | 'no-reservoir' | 'not-exhausted' };

const EQUAL = 0.01;
const FEWEST_CYCLES = 3;
/** The reservoir over what is cycled of it. */
const LARGER = 2;
/** The end of the last stripping over the highest voltage at which a partial one ended. */
const RUNS_AWAY = 2;
/** More than was plated cannot be stripped, but for the error of the instrument. */
const MOST = 1.02;

/** The test at the end of a run, or why it is none; nothing is concluded from a pattern that is merely similar. */
export function reservoirTest(run: CyclingRun): ReservoirResult | NoReservoir {
  const { halfCycles } = run;
  const last = halfCycles.at(-1);
  const partial = equalHalfCycles(halfCycles.slice(0, -1));
  const cycles = partial.length >> 1;
  const plating = halfCycles.at(-2 - 2 * cycles);
  if (cycles < FEWEST_CYCLES || !last) return { refused: 'no-equal-cycles' };
  const pairs = partial.slice(-2 * cycles);
  const cycled_Ah = pairs.reduce((sum, { capacity_Ah }) => sum + capacity_Ah, 0) / pairs.length;
  if (!plating || !(plating.capacity_Ah > LARGER * cycled_Ah) || last.direction === plating.direction)
    return { refused: 'no-reservoir' };
  const partialEnds = pairs
    .filter(({ direction }) => direction === last.direction)
    .map((half) => Math.abs(endVoltage_V(run, half)));
  if (!(Math.abs(endVoltage_V(run, last)) > RUNS_AWAY * Math.max(...partialEnds)))
    return { refused: 'not-exhausted' };
  const amounts = {
    cycles,
    cycled: 1000 * cycled_Ah,
    plated: 1000 * plating.capacity_Ah,
    stripped: 1000 * last.capacity_Ah,
  };
  const efficiency = reservoirEfficiency(amounts);
  if (!(efficiency <= MOST)) return { refused: 'no-reservoir' };
  return {
    efficiency,
    cycles,
    cycled_mAh: amounts.cycled,
    plated_mAh: amounts.plated,
    stripped_mAh: amounts.stripped,
    firstHalfCycle: plating.index,
    lastHalfCycle: last.index,
  };
}

/** The longest end of the list whose capacities are those of its last within 1 %. */
function equalHalfCycles(halfCycles: readonly HalfCycle[]): readonly HalfCycle[] {
  const usual_Ah = halfCycles.at(-1)?.capacity_Ah ?? NaN;
  const other = halfCycles.findLastIndex(
    ({ capacity_Ah }) => !(Math.abs(capacity_Ah - usual_Ah) <= EQUAL * usual_Ah),
  );
  return halfCycles.slice(other + 1);
}

/** The last row of a half cycle carries current. */
function endVoltage_V({ trace }: CyclingRun, { endRow }: HalfCycle): number {
  return trace.voltage_V[endRow - 1] ?? NaN;
}
