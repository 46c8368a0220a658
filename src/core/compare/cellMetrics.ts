/** One value a cell and metric. A cell's many half cycles are repeated measures of one cell, never more cells. */
import { areUnlike, hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import type { Failure } from '#core/cycling/events/timeToFailure.ts';
import type { Interval } from '#core/cycling/trend/profileHull.ts';
import type { CyclingSummary, HalfCycleSummary } from '#core/cycling/summariseCycling.ts';
import { medianOf } from '#core/numeric/quantile.ts';
import type { Cell } from '#core/project/study.ts';
import {
  cycledSpectrum,
  mainRun,
  pristineSpectrum,
  type CellEvidence,
  type SpectrumEvidence,
} from '#core/compare/cellEvidence.ts';
import { cellTechniques } from '#core/compare/cellTechniques.ts';
import type { MetricId } from '#core/compare/metrics.ts';

/** At which point of their lives cells are compared; to be chosen before looking. */
export type ComparedAt = { readonly halfCycle: number } | { readonly hours: number };

export const DEFAULT_COMPARED_AT: ComparedAt = { halfCycle: 10 };

export interface CellMetrics {
  readonly cell: Cell;
  /** Null = not measured. */
  readonly values: Readonly<Record<MetricId, number | null>>;
  /** Null without a run of a symmetric cell. */
  readonly failure: Failure | null;
  /** Median over the half cycles; null = not known. */
  readonly arealCapacity_mAhPerCm2: number | null;
  readonly currentDensity_mAPerCm2: number | null;
  readonly isSuspect: boolean;
  readonly batch: string | null;
  readonly endReason: string | null;
}

const LAST_HALF_CYCLES = 10;
const LAST_CYCLES = 5;
const SECONDS_PER_HOUR = 3600;

export function cellMetrics(evidence: CellEvidence, at: ComparedAt = DEFAULT_COMPARED_AT): CellMetrics {
  const run = mainRun(evidence);
  // Events are those of symmetric cells; in other cells a fading capacity is no short.
  const [symmetric, unlike] = areUnlike(evidence.cell.kind) ? [null, run] : [run, null];
  const failure = symmetric && symmetric.failure;
  const halfCycles = run?.halfCycles ?? [];
  return {
    cell: evidence.cell,
    values: {
      ...cyclingValues(run, failure),
      ...polarisationValues(run, evidence.cell, at),
      ...impedanceValues(evidence),
      ...conditioningValues(evidence),
      coulombic_efficiency: unlike && efficiency(unlike),
      time_to_failure: failure && lifetime_h(failure),
    },
    failure,
    arealCapacity_mAhPerCm2: median(halfCycles.map((half) => half.capacity_mAhPerCm2)),
    currentDensity_mAPerCm2: median(halfCycles.map((half) => absolute(half.currentDensity_mAPerCm2))),
    isSuspect: run !== null && isSuspect(run),
    batch: evidence.batch ?? null,
    endReason: evidence.endReason ?? null,
  };
}

function lifetime_h({ time_h, lasted_h }: Failure): number {
  return time_h ?? lasted_h;
}

function conditioningValues({ conditioning = null }: CellEvidence) {
  return {
    conditioning_plateau: conditioning && bounded(conditioning.plateau_mV, conditioning.plateauInterval_mV),
    conditioning_time:
      conditioning && bounded(conditioning.timeConstant_h, conditioning.timeConstantInterval_h),
  };
}

/** A number that the half cycles leave open on one side stands for no cell. */
function bounded(value: number, { lower95, upper95 }: Interval): number | null {
  return lower95 === null || upper95 === null ? null : value;
}

function isSuspect({ events }: CyclingSummary): boolean {
  return events.some(({ kind }) => kind === 'suspect' || kind === 'soft-short');
}

function polarisationValues(run: CyclingSummary | null, { kind }: Cell, at: ComparedAt) {
  const halfCycles = run && hasPolarisation(kind, run.halfCycles) ? run.halfCycles : [];
  const polarisations = halfCycles.map((half) => half.polarisation_mV);
  return {
    polarisation_start: median(polarisations.slice(0, 1)),
    polarisation_at: halfCycleAt(halfCycles, at)?.polarisation_mV ?? null,
    polarisation_end: median(polarisations.slice(-LAST_HALF_CYCLES)),
  };
}

function cyclingValues(run: CyclingSummary | null, failure: Failure | null) {
  const hysteresis = (run?.cycles ?? []).map(({ hysteresis_mV }) => hysteresis_mV);
  return {
    hysteresis_end: median(hysteresis.filter((value) => value !== null).slice(-LAST_CYCLES)),
    plated_capacity: platedCapacity(run?.halfCycles ?? [], failure?.time_h ?? null),
  };
}

/** The half cycle of that number, or the one under way at that time since the first began. */
export function halfCycleAt(
  halfCycles: readonly HalfCycleSummary[],
  at: ComparedAt,
): HalfCycleSummary | undefined {
  if ('halfCycle' in at) return halfCycles[at.halfCycle - 1];
  const time_s = (halfCycles[0]?.startTime_s ?? NaN) + at.hours * SECONDS_PER_HOUR;
  return halfCycles.find(
    (half) => half.startTime_s <= time_s && time_s <= half.startTime_s + half.duration_s,
  );
}

/** mAh/cm² brought to the working electrode (current below zero) until the cell failed or the test ended. */
function platedCapacity(halfCycles: readonly HalfCycleSummary[], failed_h: number | null): number | null {
  const start_s = halfCycles[0]?.startTime_s ?? NaN;
  const end_s = failed_h === null ? Infinity : start_s + failed_h * SECONDS_PER_HOUR;
  const plating = halfCycles.filter((half) => half.direction === 'negative' && half.startTime_s < end_s);
  if (plating.length === 0 || plating.some((half) => half.capacity_mAhPerCm2 === null)) return null;
  return plating.reduce((sum, half) => sum + (half.capacity_mAhPerCm2 ?? NaN), 0);
}

function efficiency({ cycles }: CyclingSummary): number | null {
  return median(cycles.map(({ coulombicEfficiency }) => coulombicEfficiency));
}

function impedanceValues(evidence: CellEvidence) {
  const [pristine, cycled] = [pristineSpectrum(evidence), cycledSpectrum(evidence)];
  const interfaces = cellTechniques(evidence);
  const ratio = (of: (spectrum: SpectrumEvidence | null) => number | null) => {
    const [before, after] = [of(pristine), of(cycled)];
    return before === null || after === null ? null : after / before;
  };
  return {
    interface_pristine: interfaces.pristine?.interface_ohm_cm2?.value ?? null,
    interface_after: interfaces.cycled?.interface_ohm_cm2?.value ?? null,
    interface_ratio: ratio((spectrum) => spectrum?.interface_ohm?.value ?? null),
    intercept_ratio: ratio((spectrum) => spectrum?.intercept?.value_ohm ?? null),
  };
}

const absolute = (value: number | null) => (value === null ? null : Math.abs(value));

function median(values: readonly (number | null)[]): number | null {
  const found = values.filter((value) => value !== null && Number.isFinite(value));
  return found.length === 0 ? null : medianOf(Float64Array.from(found as number[]));
}
