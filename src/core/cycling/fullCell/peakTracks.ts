/** The peaks of dQ/dV and dV/dQ of charges and discharges, followed over the cycles. */
import { differentialVoltage } from '#core/cycling/fullCell/differentialVoltage.ts';
import { findPeaks } from '#core/cycling/fullCell/findPeaks.ts';
import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import {
  galvanostaticCurve,
  placeFor,
  type GalvanostaticCurve,
} from '#core/cycling/fullCell/galvanostaticCurve.ts';
import { incrementalCapacity } from '#core/cycling/fullCell/incrementalCapacity.ts';
import { trackPeaks, type PeaksOfCycle } from '#core/cycling/fullCell/trackPeaks.ts';
import { atUsualCurrent } from '#core/cycling/sameCurrent.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { medianOf } from '#core/numeric/quantile.ts';

/** A peak of dQ/dV: a two-phase region or a step of the reaction. */
export interface CapacityPeak {
  readonly cycle: number;
  readonly position_V: number;
  /** One bin, or how far apart the rows lie where that is more. */
  readonly uncertainty_V: number;
  readonly height_mAhPerV: number;
  /** Above the higher of the two valleys beside it. */
  readonly prominence_mAhPerV: number;
  /** Charge between the valley before and the valley after it; nothing is subtracted. */
  readonly area_mAh: number;
}

/** A peak of |dV/dQ|: the step of the voltage between two reactions. */
export interface VoltagePeak {
  readonly cycle: number;
  readonly position_mAh: number;
  readonly uncertainty_mAh: number;
  readonly height_VPerMAh: number;
  readonly prominence_VPerMAh: number;
  /** Change of the voltage between the valley before and the valley after it. */
  readonly area_V: number;
}

export interface PeakTrack<P> {
  readonly direction: 'charge' | 'discharge';
  /** One for each cycle from the first to the last of those looked at in which the peak was seen. */
  readonly points: readonly P[];
}

export interface PeakTracks {
  readonly bin_V: number;
  /** The first curve of each direction in so many bins of dV/dQ. */
  readonly capacityBins: number;
  /** Every so many of those cycles is looked at: of long runs not all are. */
  readonly every: number;
  /** Cycles looked at: none with a flaw, all at the usual current of their direction. */
  readonly cycles: { readonly charge: number; readonly discharge: number };
  readonly dQdV: readonly PeakTrack<CapacityPeak>[];
  readonly dVdQ: readonly PeakTrack<VoltagePeak>[];
}

export const BIN_V = 0.005;
const CAPACITY_BINS = 200;
/** Of the highest dQ/dV of the curve. */
const LEAST_PROMINENCE = 0.1;
/** Of the median |dV/dQ| of the curve: its ends rise without limit. */
const LEAST_STEP = 0.25;
/** A peak that moves farther from one cycle to the next counts as another, in bins. */
const REACH_BINS = 5;
/** Rows to a bin that show all that bins can show; where the file has more, not all are read. */
const BIN_ROWS = 5;
/** More cycles are thinned evenly: from one to the next of so many nothing moves unseen. */
const MOST_CYCLES = 100;
/** Fewer rows show no shape. */
const FEWEST_ROWS = 20;

export function peakTracks(run: CyclingRun, cycles: readonly FullCellCycle[], bin_V = BIN_V): PeakTracks {
  const flawless = cycles.filter(({ leftOut }) => leftOut === null);
  const every = Math.max(1, Math.ceil(flawless.length / MOST_CYCLES));
  const looked = flawless.filter((_, k) => k % every === 0);
  const [charge, discharge] = [
    directionTracks(run, looked, { direction: 'charge', bin_V }),
    directionTracks(run, looked, { direction: 'discharge', bin_V }),
  ];
  return {
    bin_V,
    capacityBins: CAPACITY_BINS,
    every,
    cycles: { charge: charge.cycles, discharge: discharge.cycles },
    dQdV: [...charge.dQdV, ...discharge.dQdV],
    dVdQ: [...charge.dVdQ, ...discharge.dVdQ],
  };
}

interface Way {
  readonly direction: 'charge' | 'discharge';
  readonly bin_V: number;
}

function directionTracks(run: CyclingRun, cycles: readonly FullCellCycle[], { direction, bin_V }: Way) {
  const found = peaksOfCycles(run, cycles, { direction, bin_V });
  const withDirection = <P>(tracks: readonly (readonly { readonly peak: P }[])[]): PeakTrack<P>[] =>
    tracks.map((points) => ({ direction, points: points.map(({ peak }) => peak) }));
  return {
    cycles: found.dQdV.length,
    dQdV: withDirection(trackPeaks(found.dQdV, ({ position_V }) => position_V, REACH_BINS * bin_V)),
    dVdQ: withDirection(
      trackPeaks(found.dVdQ, ({ position_mAh }) => position_mAh, REACH_BINS * found.bin_mAh),
    ),
  };
}

/** One curve after the other in the same place: together they are as long as the run. */
function peaksOfCycles(run: CyclingRun, cycles: readonly FullCellCycle[], { direction, bin_V }: Way) {
  const sides = cycles.flatMap(({ cycle, [direction]: side }) => {
    const half = side && run.halfCycles[side.halfCycle - 1];
    return half ? [{ cycle, half, current_mA: side.current_mA }] : [];
  });
  const place = placeFor(sides.reduce((most, { half }) => Math.max(most, half.endRow - half.firstRow), 0));
  const dQdV: PeaksOfCycle<CapacityPeak>[] = [];
  const dVdQ: PeaksOfCycle<VoltagePeak>[] = [];
  let bin_mAh = NaN;
  for (const { cycle, half, current_mA } of atUsualCurrent(sides, (side) => side.current_mA)) {
    const curve = galvanostaticCurve(run, half, current_mA, { place, nearer_V: bin_V / BIN_ROWS });
    const capacity_mAh = curve.capacity_mAh.at(-1) ?? NaN;
    if (curve.capacity_mAh.length < FEWEST_ROWS || !(capacity_mAh > 0)) continue;
    if (Number.isNaN(bin_mAh)) bin_mAh = capacity_mAh / CAPACITY_BINS;
    dQdV.push({ cycle, peaks: capacityPeaks(curve, cycle, bin_V) });
    dVdQ.push({ cycle, peaks: voltagePeaks(curve, cycle, bin_mAh) });
  }
  return { dQdV, dVdQ, bin_mAh };
}

/** Peaks of dQ/dV at one current, by rising voltage. */
export function capacityPeaks(curve: GalvanostaticCurve, cycle: number, bin_V: number): CapacityPeak[] {
  const { voltage_V, dQdV_mAhPerV, rowSpacing_V } = incrementalCapacity(
    curve.capacity_mAh,
    curve.voltage_V,
    bin_V,
  );
  const highest = dQdV_mAhPerV.reduce((a, b) => (b > a ? b : a), 0);
  return findPeaks(dQdV_mAhPerV, LEAST_PROMINENCE * highest).map((peak) => ({
    cycle,
    position_V: (voltage_V[0] ?? NaN) + peak.position * bin_V,
    uncertainty_V: Math.max(bin_V, rowSpacing_V[Math.round(peak.position)] ?? 0),
    height_mAhPerV: peak.height,
    prominence_mAhPerV: peak.prominence,
    area_mAh: peak.area * bin_V,
  }));
}

/** Peaks of |dV/dQ| at one current, by rising capacity. */
export function voltagePeaks(curve: GalvanostaticCurve, cycle: number, bin_mAh: number): VoltagePeak[] {
  const { capacity_mAh, dVdQ_VPerMAh } = differentialVoltage(curve.capacity_mAh, curve.voltage_V, bin_mAh);
  const sign = (curve.voltage_V.at(-1) ?? NaN) >= (curve.voltage_V[0] ?? NaN) ? 1 : -1;
  const steepness = dVdQ_VPerMAh.map((slope) => sign * slope);
  return findPeaks(steepness, LEAST_STEP * medianOf(steepness)).map((peak) => ({
    cycle,
    position_mAh: (capacity_mAh[0] ?? NaN) + peak.position * bin_mAh,
    uncertainty_mAh: bin_mAh,
    height_VPerMAh: peak.height,
    prominence_VPerMAh: peak.prominence,
    area_V: peak.area * bin_mAh,
  }));
}
