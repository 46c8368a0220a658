/** The peaks of dQ/dV and dV/dQ of charges and discharges, followed over the cycles. */
import { differentialVoltage } from '#core/cycling/fullCell/differentialVoltage.ts';
import { findPeaks } from '#core/cycling/fullCell/findPeaks.ts';
import type { FullCellCycle, FullCellSide } from '#core/cycling/fullCell/fullCellCycles.ts';
import { galvanostaticCurve, type GalvanostaticCurve } from '#core/cycling/fullCell/galvanostaticCurve.ts';
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
  /** Cycles looked at: none with a flaw, all at the usual current of their direction. */
  readonly cycles: { readonly charge: number; readonly discharge: number };
  readonly dQdV: readonly PeakTrack<CapacityPeak>[];
  readonly dVdQ: readonly PeakTrack<VoltagePeak>[];
}

export const BIN_V = 0.005;
const CAPACITY_BINS = 200;
/** Of the highest dQ/dV of the curve. */
const LEAST_PROMINENCE = 0.05;
/** Of the median |dV/dQ| of the curve: its ends rise without limit. */
const LEAST_STEP = 0.25;
/** A peak that moves farther from one cycle to the next counts as another, in bins. */
const REACH_BINS = 5;
/** Fewer rows show no shape. */
const FEWEST_ROWS = 20;

export function peakTracks(run: CyclingRun, cycles: readonly FullCellCycle[], bin_V = BIN_V): PeakTracks {
  const whole = cycles.filter(({ leftOut }) => leftOut === null);
  const [charge, discharge] = [curvesOf(run, whole, 'charge'), curvesOf(run, whole, 'discharge')];
  return {
    bin_V,
    capacityBins: CAPACITY_BINS,
    cycles: { charge: charge.length, discharge: discharge.length },
    dQdV: [...capacityTracks(charge, 'charge', bin_V), ...capacityTracks(discharge, 'discharge', bin_V)],
    dVdQ: [...voltageTracks(charge, 'charge'), ...voltageTracks(discharge, 'discharge')],
  };
}

interface CycleCurve {
  readonly cycle: number;
  readonly curve: GalvanostaticCurve;
}

function curvesOf(
  run: CyclingRun,
  cycles: readonly FullCellCycle[],
  direction: 'charge' | 'discharge',
): readonly CycleCurve[] {
  const sides = cycles.flatMap((cycle) => {
    const side: FullCellSide | null = cycle[direction];
    return side ? [{ cycle: cycle.cycle, side }] : [];
  });
  return atUsualCurrent(sides, ({ side }) => side.current_mA).flatMap(({ cycle, side }) => {
    const half = run.halfCycles[side.halfCycle - 1];
    if (!half) return [];
    const curve = galvanostaticCurve(run, half, side.current_mA);
    return curve.capacity_mAh.length < FEWEST_ROWS ? [] : [{ cycle, curve }];
  });
}

function tracksOf<P extends { readonly cycle: number }>(
  cycles: readonly PeaksOfCycle<P>[],
  direction: 'charge' | 'discharge',
  follow: { readonly positionOf: (peak: P) => number; readonly reach: number },
): PeakTrack<P>[] {
  return trackPeaks(cycles, follow.positionOf, follow.reach).map((points) => ({
    direction,
    points: points.map(({ peak }) => peak),
  }));
}

function capacityTracks(
  curves: readonly CycleCurve[],
  direction: 'charge' | 'discharge',
  bin_V: number,
): PeakTrack<CapacityPeak>[] {
  const cycles = curves.map(({ cycle, curve }) => ({ cycle, peaks: capacityPeaks(curve, cycle, bin_V) }));
  return tracksOf(cycles, direction, {
    positionOf: ({ position_V }) => position_V,
    reach: REACH_BINS * bin_V,
  });
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

function voltageTracks(
  curves: readonly CycleCurve[],
  direction: 'charge' | 'discharge',
): PeakTrack<VoltagePeak>[] {
  const bin_mAh = (curves[0]?.curve.capacity_mAh.at(-1) ?? NaN) / CAPACITY_BINS;
  if (!(bin_mAh > 0)) return [];
  const cycles = curves.map(({ cycle, curve }) => ({ cycle, peaks: voltagePeaks(curve, cycle, bin_mAh) }));
  return tracksOf(cycles, direction, {
    positionOf: ({ position_mAh }) => position_mAh,
    reach: REACH_BINS * bin_mAh,
  });
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
