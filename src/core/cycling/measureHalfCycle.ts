/**
 * All that is measured of one half cycle by itself. Where current flows in every row, time never falls, no value is missing
 * and the rate is one, WebAssembly measures it in one go; any other half cycle is measured by the functions that define
 * each quantity. Both give the same numbers.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { partsOf, type MeasuredPart } from '#core/cycling/events/runParts.ts';
import { distancesFromCourse_V } from '#core/cycling/events/settledCourse.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { initialPeak_V, peakAbove_V } from '#core/cycling/initialPeak.ts';
import { innerStep, type InnerStep } from '#core/cycling/innerStep.ts';
import { plateauShape, shapeOf, type PlateauShape } from '#core/cycling/plateauShape.ts';
import { polarisation, type Polarisation } from '#core/cycling/polarisation.ts';
import { MEASURES, runRows, type RunRows } from '#core/cycling/runRows.ts';
import { noiseIndex, relativeNoise } from '#core/cycling/voltageNoise.ts';
import { SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

export interface HalfCycleMeasures {
  readonly middle: Polarisation;
  readonly noiseIndex: number | null;
  /** By its levels alone; an inner step goes before it. */
  readonly shape: PlateauShape | null;
  readonly initialPeak_V: number | null;
  readonly innerStep: InnerStep | null;
  /** What events are judged by: the half cycle, or the pieces it is cut into. */
  readonly parts: readonly MeasuredPart[];
}

/** Measures half cycles of a run; those that lie near each other are best asked for one after the other. */
export function halfCycleMeasurer(
  trace: CyclingTrace,
  restThreshold_A: number,
): (halfCycle: HalfCycle) => HalfCycleMeasures {
  const rows = trace.timeIsSorted ? runRows({ ...trace, carriesBefore: null }) : null;
  return (halfCycle) => {
    const context = { trace, halfCycle, restThreshold_A };
    const measures = rows && isPlain(halfCycle) ? measuredAtOnce(rows, halfCycle) : null;
    return measures ? readMeasures(measures, context) : measuredOneByOne(context);
  };
}

/** Whether current flows in every row, at one rate. */
function isPlain({ samples, firstRow, endRow, segments }: HalfCycle): boolean {
  return samples === endRow - firstRow && segments.length === 1;
}

function measuredAtOnce(rows: RunRows, { firstRow, endRow, startTime_s, duration_s }: HalfCycle) {
  return rows.measure([firstRow, endRow], startTime_s, duration_s);
}

interface Context {
  readonly trace: CyclingTrace;
  readonly halfCycle: HalfCycle;
  readonly restThreshold_A: number;
}

/** The same without WebAssembly, and what a half cycle with rests, rate steps or missing values is measured by. */
export function measuredOneByOne({ trace, halfCycle, restThreshold_A }: Context): HalfCycleMeasures {
  const middle = polarisation(trace, halfCycle, restThreshold_A);
  return {
    middle,
    noiseIndex: noiseIndex(trace, halfCycle, middle.polarisation_V),
    shape: plateauShape(trace, halfCycle),
    initialPeak_V: initialPeak_V(trace, halfCycle, middle.polarisation_V, restThreshold_A),
    innerStep: innerStep(trace, halfCycle, restThreshold_A),
    parts: partsOf(trace, halfCycle, restThreshold_A),
  };
}

function readMeasures(measures: Float64Array, context: Context): HalfCycleMeasures {
  const { trace, halfCycle, restThreshold_A } = context;
  // No later half cycle may have been asked for yet: they are written to one place.
  const parts = [readPart(measures, context)];
  const noise_V = at(measures, MEASURES.noise);
  const [samples, most_V] = [at(measures, MEASURES.beginSamples), at(measures, MEASURES.beginMost)];
  const shape = shapeOf(
    at(measures, MEASURES.initial),
    at(measures, MEASURES.least),
    at(measures, MEASURES.final),
  );
  const isLevel = at(measures, MEASURES.isLevel) === 1;
  const middle =
    at(measures, MEASURES.samples) > 0
      ? readMiddle(measures)
      : polarisation(trace, halfCycle, restThreshold_A);
  return {
    middle,
    noiseIndex: relativeNoise(noise_V, middle.polarisation_V),
    shape,
    initialPeak_V: peakAbove_V(most_V, samples, middle.polarisation_V),
    innerStep: isLevel ? null : innerStep(trace, halfCycle, restThreshold_A),
    parts,
  };
}

function at(measures: Float64Array, place: number): number {
  return measures[place] ?? NaN;
}

function readMiddle(measures: Float64Array): Polarisation {
  return {
    polarisation_V: at(measures, MEASURES.middleSize),
    middleVoltage_V: at(measures, MEASURES.middleVoltage),
    current_A: at(measures, MEASURES.middleCurrent),
    samples: at(measures, MEASURES.samples),
  };
}

function readPart(measures: Float64Array, { trace, halfCycle }: Context): MeasuredPart {
  const { time_s, voltage_V } = trace;
  const { index, direction, firstRow, endRow } = halfCycle;
  const settledRow = firstRow + at(measures, MEASURES.settledRow);
  return {
    halfCycle: index,
    direction,
    startTime_s: time_s[firstRow] ?? NaN,
    endTime_s: time_s[endRow - 1] ?? NaN,
    isWhole: false,
    current_A: at(measures, MEASURES.partCurrent),
    polarisation_V: at(measures, MEASURES.partSize),
    resistance_ohm: at(measures, MEASURES.partSize) / at(measures, MEASURES.partCurrent),
    initial_V: at(measures, MEASURES.partInitial),
    lowest_V: at(measures, MEASURES.partLowest),
    final_V: at(measures, MEASURES.partFinal),
    last_V: Math.abs(voltage_V[endRow - 1] ?? NaN),
    innerFall: at(measures, MEASURES.fall),
    innerFallTime_s: time_s[settledRow + at(measures, MEASURES.fallAt)] ?? NaN,
    scatter: {
      sigma_V: SIGMA_PER_MAD * at(measures, MEASURES.scatterMedian),
      least_V: at(measures, MEASURES.scatterLeast),
      most_V: at(measures, MEASURES.scatterMost),
      all_V: () => distancesFromCourse_V(voltage_V.subarray(settledRow, endRow)),
    },
  };
}
