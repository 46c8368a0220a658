/** What the run of a full cell shows as a whole: numbers without their words. */
import type { ChargeDirection } from '#core/cycling/fullCell/chargeDirection.ts';
import type { CountedCycles } from '#core/cycling/fullCell/countedCycles.ts';
import type { CycleMean, CycleMeans } from '#core/cycling/fullCell/cycleMeans.ts';
import type { ImpliedRetention, NoImpliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import type { PeakTracks } from '#core/cycling/fullCell/peakTracks.ts';
import type { RateGroups } from '#core/cycling/fullCell/rateGroups.ts';
import type { RetainedCapacity } from '#core/cycling/fullCell/retention.ts';
import type { FadeTrend } from '#core/cycling/trend/fadeTrend.ts';
import type { TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';

export interface FullCellFacts {
  readonly charging: ChargeDirection;
  readonly beginsWith: 'charge' | 'discharge';
  /** Null where the cycle that was named has no discharge, or every cycle has a flaw. */
  readonly retained: RetainedCapacity | null;
  readonly leftOut: CountedCycles['leftOut'];
  readonly means: CycleMeans;
  /**
   * Read the other way: the first half cycle of a cycle over the second one of the cycle before, where both count. Charge
   * over the discharge before it where the run begins with a charge: what comes back when a discharge inserts the metal.
   */
  readonly otherPairing: CycleMean | null;
  readonly rates: RateGroups;
  readonly impliedRetention: ImpliedRetention | NoImpliedRetention;
  readonly fade: FadeTrend | TooFewPoints;
  readonly peaks: PeakTracks;
}
