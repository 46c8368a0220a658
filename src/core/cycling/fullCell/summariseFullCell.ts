/** Everything that is said of a run as the run of a full cell, or of a half cell with one sign of the voltage. */
import type { Normalisation } from '#core/cycling/capacityProfile.ts';
import { capacityFade } from '#core/cycling/fullCell/capacityFade.ts';
import { countedCycles } from '#core/cycling/fullCell/countedCycles.ts';
import { cycleMeans, meanBy, type CycleMean } from '#core/cycling/fullCell/cycleMeans.ts';
import {
  fullCellCourse,
  type FullCellCourse,
  type FullCellCycle,
} from '#core/cycling/fullCell/fullCellCycles.ts';
import type { FullCellFacts } from '#core/cycling/fullCell/fullCellFacts.ts';
import { impliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import { BIN_V, peakTracks } from '#core/cycling/fullCell/peakTracks.ts';
import { rateGroups } from '#core/cycling/fullCell/rateGroups.ts';
import { retainedCapacity } from '#core/cycling/fullCell/retention.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { fullCellWords } from '#core/text/fullCellWords.ts';

export interface FullCellOptions {
  /** What retention refers to; null = the first cycle without a flaw. */
  readonly referenceCycle?: number | null;
  /** Width of the bins of dQ/dV, 5 mV unless given. */
  readonly bin_V?: number;
}

export interface RetainedCycle extends FullCellCycle {
  /** Discharge capacity over that of the reference cycle, whatever the current of either. */
  readonly retention: number | null;
}

export interface FullCellSummary extends FullCellFacts {
  readonly cycles: readonly RetainedCycle[];
  /** What the numbers say and by which rules, in words. */
  readonly verdict: readonly string[];
}

/** Null for a symmetric cell: when the voltage changes its sign with the current. */
export function summariseFullCell(
  run: CyclingRun,
  normalisation: Normalisation,
  { referenceCycle = null, bin_V = BIN_V }: FullCellOptions = {},
): FullCellSummary | null {
  const course = fullCellCourse(run, normalisation);
  if (!course) return null;
  const { cycles, charging, beginsWith } = course;
  const retained = retainedCapacity(cycles, referenceCycle);
  const { counted, leftOut } = countedCycles(cycles);
  const facts: FullCellFacts = {
    charging,
    beginsWith,
    retained,
    leftOut,
    means: cycleMeans(counted),
    otherPairing: otherPairing(course, new Set(counted)),
    rates: rateGroups(cycles, normalisation, retained?.reference_mAh ?? null),
    impliedRetention: impliedRetention(cycles, retained),
    fade: capacityFade(cycles, retained),
    peaks: peakTracks(run, cycles, bin_V),
  };
  const reference_mAh = retained?.reference_mAh ?? NaN;
  return {
    ...facts,
    cycles: cycles.map((cycle) => ({ ...cycle, retention: shareOf(cycle, reference_mAh) })),
    verdict: fullCellWords.verdict(facts, { referenceCycle, normalisation }),
  };
}

function shareOf({ discharge }: FullCellCycle, reference_mAh: number): number | null {
  const share = (discharge?.capacity_mAh ?? NaN) / reference_mAh;
  return Number.isFinite(share) ? share : null;
}

function otherPairing(
  { cycles, beginsWith }: FullCellCourse,
  counted: ReadonlySet<FullCellCycle>,
): CycleMean | null {
  const [first, second] =
    beginsWith === 'charge' ? (['charge', 'discharge'] as const) : (['discharge', 'charge'] as const);
  const pairs = cycles.slice(1).map((cycle, k) => ({ cycle, before: cycles[k] }));
  return meanBy(
    pairs.filter(({ cycle, before }) => counted.has(cycle) && before && counted.has(before)),
    ({ cycle, before }) => (cycle[first]?.capacity_mAh ?? NaN) / (before?.[second]?.capacity_mAh ?? NaN),
  );
}
