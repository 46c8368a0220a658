import { countedCycles } from '#core/cycling/fullCell/countedCycles.ts';
import { meanBy } from '#core/cycling/fullCell/cycleMeans.ts';
import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import { retentionFromEfficiency, type RetainedCapacity } from '#core/cycling/fullCell/retention.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

/**
 * What a mean coulombic efficiency would leave if every charge that does not come back were capacity lost: CEⁿ. A cell with
 * more metal than it cycles keeps its capacity while it loses metal, and a side reaction at the other electrode takes
 * charge and no capacity: the comparison finds a contradiction and not its cause.
 */
export interface ImpliedRetention {
  readonly efficiency: number;
  readonly countedCycles: number;
  /** Cycles between the reference and the last one. */
  readonly cycles: number;
  readonly fromCycle: number;
  readonly toCycle: number;
  readonly implied: number;
  /** With the efficiency off by its own standard error (95 %), or by 0.1 % for the instrument where that is more. */
  readonly impliedLow: number;
  readonly impliedHigh: number;
  readonly measured: number;
  /** Null where the mean is above 1, which no loss explains. */
  readonly verdict: 'agree' | 'kept-more' | 'kept-less' | null;
}

export type NoImpliedRetention = {
  readonly refused: 'no-retention' | 'too-few-cycles';
};

/** What the currents of two ranges or directions of a good instrument differ by. */
const INSTRUMENT = 0.001;
/** Of the retention itself, as the cross-checks between techniques allow. */
const TOLERANCE = 0.02;
const FEWEST_CYCLES = 3;

export function impliedRetention(
  cycles: readonly FullCellCycle[],
  retained: RetainedCapacity | null,
): ImpliedRetention | NoImpliedRetention {
  if (!retained?.last) return { refused: 'no-retention' };
  const { referenceCycle: fromCycle, last } = retained;
  const between = countedCycles(cycles).counted.filter(
    ({ cycle }) => cycle > fromCycle && cycle <= last.cycle,
  );
  const efficiency = meanBy(between, ({ coulombicEfficiency }) => coulombicEfficiency);
  const n = last.cycle - fromCycle;
  if (!efficiency || efficiency.n < FEWEST_CYCLES) return { refused: 'too-few-cycles' };
  const standardError = (efficiency.sd ?? NaN) / Math.sqrt(efficiency.n);
  const error = Math.max(INSTRUMENT, studentQuantile(efficiency.n - 1, 0.95) * standardError);
  const impliedLow = retentionFromEfficiency(Math.max(0, efficiency.mean - error), n);
  const impliedHigh = retentionFromEfficiency(efficiency.mean + error, n);
  const measured = last.retention;
  return {
    efficiency: efficiency.mean,
    countedCycles: efficiency.n,
    cycles: n,
    fromCycle,
    toCycle: last.cycle,
    implied: retentionFromEfficiency(efficiency.mean, n),
    impliedLow,
    impliedHigh,
    measured,
    verdict:
      efficiency.mean > 1
        ? null
        : measured > impliedHigh + TOLERANCE
          ? 'kept-more'
          : measured < impliedLow - TOLERANCE
            ? 'kept-less'
            : 'agree',
  };
}
