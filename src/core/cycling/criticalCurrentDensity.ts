/**
 * The critical current of a step-up protocol as what such a test can tell: an interval, above the last step that passed and
 * not above the first that failed. It holds for the protocol it was found with, so that is told with it: how it was
 * controlled, how long a step lasted and how much charge a half cycle passed.
 */
import type { CellEvent } from '#core/cycling/events/findEvents.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { medianBy } from '#core/numeric/quantile.ts';

const SAME_RATE = 0.1;
/** With fewer steps up it is a change of the current, no protocol. */
const MIN_STEPS = 3;
/** Durations or capacities that differ by less are held the same on purpose. */
const HELD = 0.05;

export interface CurrentStep {
  readonly current_mA: number;
  readonly currentDensity_mAPerCm2: number | null;
  readonly halfCycles: number;
  /** Medians over the step's half cycles. */
  readonly halfCycle_h: number;
  readonly capacity_mAh: number;
  readonly capacity_mAhPerCm2: number | null;
  readonly outcome: 'passed' | 'suspect' | 'soft-short' | 'hard-short' | 'contact-loss';
}

export interface CriticalCurrent {
  /** (lastGood, firstFailed]; null below = already the first step failed, null above = no step failed. mA. */
  readonly lastGood_mA: number | null;
  readonly firstFailed_mA: number | null;
  readonly lastGood_mAPerCm2: number | null;
  readonly firstFailed_mAPerCm2: number | null;
  /** The steps under a suspicion that the voltage cannot decide; the interval takes them as passed. */
  readonly suspectSteps: number;
  readonly failedBy: 'soft-short' | 'hard-short' | 'contact-loss' | null;
  readonly control: 'time' | 'capacity' | 'mixed';
  /** Which direction the run began with. */
  readonly firstDirection: 'positive' | 'negative';
  readonly steps: readonly CurrentStep[];
}

export interface StepUpRun {
  readonly parts: readonly RunPart[];
  readonly halfCycles: readonly HalfCycle[];
  readonly events: readonly CellEvent[];
}

/** The interval, or null where the current did not rise in at least three steps. */
export function criticalCurrent(run: StepUpRun, area_cm2: number | null): CriticalCurrent | null {
  const ladder = risingSteps(run.parts);
  const [first] = run.parts;
  if (!first || ladder.length < MIN_STEPS) return null;
  const steps = ladder.map((parts) => describeStep(parts, run, area_cm2));
  const failedAt = steps.findIndex((step) => failureOf(step) !== null);
  const failed = steps[failedAt] ?? null;
  const passed = failed ? steps.slice(0, failedAt) : steps;
  const [good, bad] = [currentsOf(passed.at(-1) ?? null), currentsOf(failed)];
  return {
    lastGood_mA: good.current_mA,
    firstFailed_mA: bad.current_mA,
    lastGood_mAPerCm2: good.currentDensity_mAPerCm2,
    firstFailed_mAPerCm2: bad.currentDensity_mAPerCm2,
    suspectSteps: passed.filter(({ outcome }) => outcome === 'suspect').length,
    failedBy: failed && failureOf(failed),
    control: controlOf(passed.length >= 2 ? passed : steps),
    firstDirection: first.direction,
    steps,
  };
}

const NO_CURRENT = { current_mA: null, currentDensity_mAPerCm2: null };

function currentsOf(step: CurrentStep | null): typeof NO_CURRENT | CurrentStep {
  return step ?? NO_CURRENT;
}

function failureOf({ outcome }: CurrentStep): CriticalCurrent['failedBy'] {
  return outcome === 'passed' || outcome === 'suspect' ? null : outcome;
}

/** Parts of like current together, from the first on as long as each is above the one before. */
function risingSteps(parts: readonly RunPart[]): RunPart[][] {
  const steps: RunPart[][] = [];
  for (const part of parts) {
    const step = steps.at(-1);
    const level_A = step?.[0]?.current_A ?? 0;
    if (!step || part.current_A > level_A * (1 + SAME_RATE)) steps.push([part]);
    else if (part.current_A >= level_A * (1 - SAME_RATE)) step.push(part);
    else break;
  }
  return steps;
}

function describeStep(parts: readonly RunPart[], run: StepUpRun, area_cm2: number | null): CurrentStep {
  const current_mA = 1000 * medianBy(parts, (part) => part.current_A);
  const passages = parts.map((part) => passageOf(part, run.halfCycles));
  const capacity_mAh = medianBy(passages, (passage) => passage.capacity_mAh);
  return {
    current_mA,
    currentDensity_mAPerCm2: area_cm2 === null ? null : current_mA / area_cm2,
    halfCycles: new Set(parts.map(({ halfCycle }) => halfCycle)).size,
    halfCycle_h: medianBy(passages, (passage) => passage.duration_s) / 3600,
    capacity_mAh,
    capacity_mAhPerCm2: area_cm2 === null ? null : capacity_mAh / area_cm2,
    outcome: outcomeOf(parts, run.events),
  };
}

/** Of a half cycle of one current what was integrated; of a piece of one, its current times its time. */
function passageOf(part: RunPart, halfCycles: readonly HalfCycle[]) {
  const whole = halfCycles[part.halfCycle - 1];
  if (whole?.segments.length === 1)
    return { duration_s: whole.duration_s, capacity_mAh: 1000 * whole.capacity_Ah };
  const duration_s = part.endTime_s - part.startTime_s;
  return { duration_s, capacity_mAh: (part.current_A * duration_s) / 3.6 };
}

const GRAVITY = ['hard-short', 'soft-short', 'contact-loss', 'suspect'] as const;

function outcomeOf(parts: readonly RunPart[], events: readonly CellEvent[]): CurrentStep['outcome'] {
  const [from_s, to_s] = [parts[0]?.startTime_s ?? NaN, parts.at(-1)?.endTime_s ?? NaN];
  const kinds = events.filter(({ time_s }) => time_s >= from_s && time_s <= to_s).map(({ kind }) => kind);
  return GRAVITY.find((kind) => kinds.includes(kind)) ?? 'passed';
}

function controlOf(steps: readonly CurrentStep[]): CriticalCurrent['control'] {
  const isHeld = (of: (step: CurrentStep) => number) => {
    const values = steps.map(of);
    return Math.max(...values) - Math.min(...values) <= HELD * Math.max(...values);
  };
  if (isHeld((step) => step.halfCycle_h)) return 'time';
  return isHeld((step) => step.capacity_mAh) ? 'capacity' : 'mixed';
}
