/** The cycling summary of a run: half cycles and cycles with the rules by which they were found. */
import type { Dataset } from '#core/dataset.ts';
import { NOTHING_KNOWN, type CellKnowledge } from '#core/cycling/events/criterion.ts';
import { runParts, type MeasuredPart } from '#core/cycling/events/runParts.ts';
import { cyclingEvents, type CyclingEvents } from '#core/cycling/events/cyclingEvents.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import { LIKE_ELECTRODES, unlikeElectrodes } from '#core/cycling/events/eventRules.ts';
import { fullCellCharges } from '#core/cycling/events/fullCellCharges.ts';
import { isBetweenUnlike } from '#core/cycling/hasPolarisation.ts';
import { NO_CELL_FACTS, type CellFacts } from '#core/cycling/cellFacts.ts';
import { halfCycleDetail, type HalfCycleDetail } from '#core/cycling/halfCycleDetail.ts';
import { plateAsymmetry } from '#core/cycling/plateAsymmetry.ts';
import { symmetricCell, type SymmetricCell } from '#core/cycling/symmetricCell.ts';
import { symmetricCellWords } from '#core/text/symmetricCellWords.ts';
import { arealCapacity } from '#core/cycling/arealCapacity.ts';
import { computeCycles, type Cycle } from '#core/cycling/cycles.ts';
import { capacityFactor, type Normalisation } from '#core/cycling/capacityProfile.ts';
import { cyclingTrace, type CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { findHalfCycles, type HalfCycle } from '#core/cycling/halfCycles.ts';
import { chargeRule, integralOf, type ChargeIntegral } from '#core/cycling/integrateCharge.ts';
import { halfCycleMeasurer, type HalfCycleMeasures } from '#core/cycling/measureHalfCycle.ts';
import type { PlateauShape } from '#core/cycling/plateauShape.ts';
import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import type { CellKind } from '#core/project/study.ts';
import type { Problem } from '#core/problem.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';

export interface CyclingOptions extends Normalisation {
  /** Null = estimated from the file; needed for a file without a current column. */
  readonly setCurrent_A: number | null;
  /** Rows at which a later file was joined on. */
  readonly breaks?: readonly number[];
  /** What is known of the cell beside the run; nothing unless given. */
  readonly known?: CellKnowledge;
  /** What the ohmic floor, Sand's time and the thickness of plated metal need; nothing unless given. */
  readonly cellFacts?: CellFacts;
  /** What is known of the cell's electrodes; the voltage tells where it is null or not given. */
  readonly cellKind?: CellKind | null;
  /** By which events are called; the program's own unless given. */
  readonly thresholds?: EventThresholds;
}

export interface HalfCycleSummary extends HalfCycleDetail {
  readonly index: number;
  readonly direction: 'positive' | 'negative';
  readonly startTime_s: number;
  readonly duration_s: number;
  /** Signed. */
  readonly current_mA: number;
  /** Unsigned, as are the two per-amount values; those are null where the area or mass is not known. */
  readonly capacity_mAh: number;
  readonly capacity_mAhPerCm2: number | null;
  readonly capacity_mAhPerG: number | null;
  readonly currentDensity_mAPerCm2: number | null;
  readonly polarisation_mV: number;
  /** Signed median of E over the same window. */
  readonly middleVoltage_mV: number;
  readonly noiseIndex: number | null;
  readonly shape: PlateauShape | null;
  readonly samples: number;
  /** The instrument paused within it, or another file was joined on: it compares with no whole half cycle. */
  readonly isInterrupted: boolean;
  readonly segments: readonly { readonly startTime_s: number; readonly current_mA: number }[];
}

export interface CycleSummary {
  readonly cycle: number;
  readonly halfCycles: readonly number[];
  /** Median E of the positive half cycle minus that of the negative one: two-sided. Null for an incomplete cycle. */
  readonly hysteresis_mV: number | null;
  /** Mean of the two medians: drifts when the electrodes drift apart. */
  readonly offset_mV: number | null;
  /** (η₊ − η₋) over their mean. */
  readonly asymmetry: number | null;
  /** Capacity of the second half cycle over that of the first, 1 = equal. */
  readonly coulombicEfficiency: number | null;
}

export interface CyclingSummary extends CyclingEvents, SymmetricCell {
  readonly area_cm2: number | null;
  readonly mass_mg: number | null;
  readonly halfCycles: readonly HalfCycleSummary[];
  readonly cycles: readonly CycleSummary[];
  readonly droppedHalfCycles: number;
  readonly restThreshold_mA: number;
  /** Sentences: how the charge was integrated, half cycles cut and cycles counted; why values are missing. */
  readonly rules: readonly string[];
}

export type CyclingOutcome =
  | { readonly ok: true; readonly summary: CyclingSummary; readonly run: CyclingRun }
  | { readonly ok: false; readonly problem: Problem };

/** What the curves of single half cycles are drawn from. */
export interface CyclingRun {
  readonly trace: CyclingTrace;
  readonly integral: ChargeIntegral;
  readonly halfCycles: readonly HalfCycle[];
}

/** Summarises one cycling dataset; a missing column is the only problem there can be. */
export function summariseCycling(dataset: Dataset, options: CyclingOptions): CyclingOutcome {
  const { setCurrent_A, breaks } = options;
  const known = setCurrent_A === null ? {} : { setCurrent_A };
  const outcome = cyclingTrace(dataset, { ...known, ...(breaks && { breaks }) });
  if (!outcome.ok) return outcome;
  const { trace } = outcome;
  const rule = chargeRule(trace);
  const integral = integralOf(trace, rule);
  const found = findHalfCycles(trace, rule, known);
  const measure = halfCycleMeasurer(trace, found.restThreshold_A);
  const measuredParts: MeasuredPart[] = [];
  const halfCycles = found.halfCycles.map((halfCycle) => {
    const measures = measure(halfCycle);
    measuredParts.push(...measures.parts);
    return describe(halfCycle, measures, { trace, options });
  });
  const parts = runParts(measuredParts);
  const rules = isBetweenUnlike(options.cellKind ?? null, halfCycles)
    ? unlikeElectrodes(fullCellCharges(halfCycles, parts))
    : LIKE_ELECTRODES;
  const events = cyclingEvents(parts, { ...options, known: knownOf(options), rules });
  const firstDrops = halfCycles.map((halfCycle) => halfCycle.irDrop);
  const run = { trace, halfCycles: found.halfCycles, firstDrops, parts, events };
  const symmetric = symmetricCell(run, options.cellFacts ?? NO_CELL_FACTS, options.area_cm2);
  const summary: CyclingSummary = {
    area_cm2: options.area_cm2,
    mass_mg: options.mass_mg,
    halfCycles,
    cycles: computeCycles(found.halfCycles).map((cycle) => describeCycle(cycle, halfCycles)),
    droppedHalfCycles: found.dropped,
    restThreshold_mA: 1000 * found.restThreshold_A,
    ...events,
    ...symmetric,
    rules: [
      ...cyclingWords.rules({
        ...options,
        ...found,
        quadrature: rule.rule,
        assumed: trace.assumedCurrent,
      }),
      ...symmetricCellWords.sentences(symmetric),
    ],
  };
  return { ok: true, summary, run: { trace, integral, halfCycles: found.halfCycles } };
}

/** The electrolyte's own resistance is the floor where nothing better is known. */
function knownOf({
  known = NOTHING_KNOWN,
  cellFacts = NO_CELL_FACTS,
  area_cm2,
}: CyclingOptions): CellKnowledge {
  const floor_ohm_cm2 = ohmicFloor_ohm_cm2(cellFacts);
  if (known.ohmic_ohm !== null || floor_ohm_cm2 === null || area_cm2 === null) return known;
  return { ...known, ohmic_ohm: floor_ohm_cm2 / area_cm2 };
}

interface Context {
  readonly trace: CyclingTrace;
  readonly options: CyclingOptions;
}

function describe(
  halfCycle: HalfCycle,
  measures: HalfCycleMeasures,
  { trace, options }: Context,
): HalfCycleSummary {
  const { middle } = measures;
  const { area_cm2, cellFacts: cell = NO_CELL_FACTS } = options;
  const detail = halfCycleDetail(trace, halfCycle, { measures, area_cm2, cell });
  const perMass = capacityFactor('perMass', options);
  return {
    index: halfCycle.index,
    direction: halfCycle.direction,
    startTime_s: halfCycle.startTime_s,
    duration_s: halfCycle.duration_s,
    current_mA: 1000 * middle.current_A,
    capacity_mAh: 1000 * halfCycle.capacity_Ah,
    capacity_mAhPerCm2: arealCapacity(halfCycle.capacity_Ah, options.area_cm2),
    capacity_mAhPerG: perMass === null ? null : perMass * halfCycle.capacity_Ah,
    currentDensity_mAPerCm2: options.area_cm2 === null ? null : (1000 * middle.current_A) / options.area_cm2,
    polarisation_mV: 1000 * middle.polarisation_V,
    middleVoltage_mV: 1000 * middle.middleVoltage_V,
    noiseIndex: measures.noiseIndex,
    shape: measures.innerStep ? 'step' : measures.shape,
    samples: halfCycle.samples,
    isInterrupted: trace.breaks.some((row) => row > halfCycle.firstRow && row < halfCycle.endRow),
    // Named one by one: thousands of half cycles are described, and a spread takes longer than the rest of it.
    irDrop: detail.irDrop,
    initialPeak_mV: detail.initialPeak_mV,
    innerStep: detail.innerStep,
    areaResistance_ohm_cm2: detail.areaResistance_ohm_cm2,
    ohmicFloor_mV: detail.ohmicFloor_mV,
    sandTime_s: detail.sandTime_s,
    metalThickness_um: detail.metalThickness_um,
    segments: halfCycle.segments.map(({ firstRow, current_A }) => ({
      startTime_s: trace.time_s[firstRow] ?? NaN,
      current_mA: 1000 * current_A,
    })),
  };
}

function describeCycle(
  { cycle, first, second }: Cycle,
  halfCycles: readonly HalfCycleSummary[],
): CycleSummary {
  const [a, b] = [summaryOf(first, halfCycles), summaryOf(second, halfCycles)];
  if (!first || !second || !a || !b) return incompleteCycle(cycle, first ?? second);
  const [positive, negative] = first.direction === 'positive' ? [a, b] : [b, a];
  const [above_mV, below_mV] = [positive.middleVoltage_mV, negative.middleVoltage_mV];
  return {
    cycle,
    halfCycles: [first.index, second.index],
    hysteresis_mV: above_mV - below_mV,
    offset_mV: (above_mV + below_mV) / 2,
    asymmetry: plateAsymmetry(positive.polarisation_mV, negative.polarisation_mV),
    coulombicEfficiency: first.capacity_Ah > 0 ? second.capacity_Ah / first.capacity_Ah : null,
  };
}

function summaryOf(
  halfCycle: HalfCycle | null,
  halfCycles: readonly HalfCycleSummary[],
): HalfCycleSummary | undefined {
  return halfCycle ? halfCycles[halfCycle.index - 1] : undefined;
}

function incompleteCycle(cycle: number, only: HalfCycle | null): CycleSummary {
  const halfCycles = only ? [only.index] : [];
  const nothing = { hysteresis_mV: null, offset_mV: null, asymmetry: null, coulombicEfficiency: null };
  return { cycle, halfCycles, ...nothing };
}
