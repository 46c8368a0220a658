/** Runs a plating and stripping protocol on a simulated cell and logs it the way a cycler does. */
import type { CyclingRecord, StepKind } from './cyclingRecord.ts';

/** What a cell answers at one moment. `halfCycle` counts from 0; a rest carries the half cycle before it. */
export interface CellState {
  readonly time_s: number;
  readonly stepTime_s: number;
  readonly halfCycle: number;
  /** +1, -1, or 0 at rest. */
  readonly direction: number;
  /** Absolute charge passed in the half cycle so far. */
  readonly passed_mAhPerCm2: number;
}

export type CellModel = (state: CellState) => number;

export interface SquareWaveProtocol {
  readonly current_A: number;
  readonly area_cm2: number;
  readonly restBefore_s: number;
  readonly halfCycle_s: number;
  /** Rest after each full cycle; 0 = none. */
  readonly restAfterCycle_s: number;
  readonly cycles: number;
  /** The run ends with a rest once |E| has reached this. */
  readonly voltageLimit_V: number;
}

export interface Logging {
  /** Step times of the dense start, s; the first must be 0. */
  readonly start_s: readonly number[];
  readonly interval_s: number;
  /** A sample is also logged when the voltage has moved by this much, looked at every `watch_s`. */
  readonly deltaV_V: number;
  readonly watch_s: number;
}

export const DENSE_START: Logging = {
  start_s: [0, 0.1, 0.5, 2, 5, 15, 30, 60, 120],
  interval_s: 300,
  deltaV_V: 0.005,
  watch_s: 20,
};

interface Step {
  readonly kind: StepKind;
  readonly protocolLine: number;
  readonly duration_s: number;
  readonly halfCycle: number;
  readonly cycle: number;
}

interface Clock {
  time_s: number;
  stepCount: number;
  limitReached: boolean;
}

const SIGN: Readonly<Record<StepKind, number>> = { rest: 0, charge: 1, discharge: -1 };
/** The smallest step of the converter: a voltage is a multiple of it. */
const RESOLUTION_V = 1e-6;

/** Protocol lines: 1 rest, 2 charge, 3 discharge, 4 rest, 5 jump back to 2. */
function* steps(protocol: SquareWaveProtocol): Generator<Step> {
  yield { kind: 'rest', protocolLine: 1, duration_s: protocol.restBefore_s, halfCycle: 0, cycle: 1 };
  for (let cycle = 1; cycle <= protocol.cycles; cycle++) {
    const halfCycle = 2 * (cycle - 1);
    const duration_s = protocol.halfCycle_s;
    yield { kind: 'charge', protocolLine: 2, duration_s, halfCycle, cycle };
    yield { kind: 'discharge', protocolLine: 3, duration_s, halfCycle: halfCycle + 1, cycle };
    if (protocol.restAfterCycle_s > 0) {
      const rest_s = protocol.restAfterCycle_s;
      yield { kind: 'rest', protocolLine: 4, duration_s: rest_s, halfCycle: halfCycle + 1, cycle };
    }
  }
}

/** The moments of a step at which the cycler looks at the voltage; `due` ones are logged in any case. */
function* moments(duration_s: number, logging: Logging): Generator<{ at_s: number; due: boolean }> {
  for (const at_s of logging.start_s) if (at_s < duration_s) yield { at_s, due: true };
  const begun_s = logging.start_s.at(-1) ?? 0;
  for (let count = 1; begun_s + count * logging.watch_s < duration_s; count++) {
    const at_s = begun_s + count * logging.watch_s;
    yield { at_s, due: (count * logging.watch_s) % logging.interval_s === 0 };
  }
  yield { at_s: duration_s, due: true };
}

/** All records of the run. Two rows share a time where one step ends and the next begins. */
export function* runGalvanostat(
  cell: CellModel,
  protocol: SquareWaveProtocol,
  logging: Logging = DENSE_START,
): Generator<CyclingRecord> {
  const clock: Clock = { time_s: 0, stepCount: 0, limitReached: false };
  for (const step of steps(protocol)) {
    yield* runStep(step, clock, { cell, protocol, logging });
    if (clock.limitReached) {
      const last: Step = { ...step, kind: 'rest', protocolLine: 6, duration_s: 600 };
      yield* runStep(last, clock, { cell, protocol, logging });
      return;
    }
  }
}

interface Setup {
  readonly cell: CellModel;
  readonly protocol: SquareWaveProtocol;
  readonly logging: Logging;
}

function* runStep(step: Step, clock: Clock, setup: Setup): Generator<CyclingRecord> {
  const { cell, protocol, logging } = setup;
  const start_s = clock.time_s;
  const current_A = SIGN[step.kind] * protocol.current_A;
  const limits = step.kind !== 'rest';
  let energy_Wh = 0;
  let lastLogged_V = Number.POSITIVE_INFINITY;
  let before: { at_s: number; voltage_V: number } | undefined;
  clock.stepCount += 1;
  for (const { at_s, due } of moments(step.duration_s, logging)) {
    const state = cellState(step, start_s, at_s, protocol);
    const voltage_V = Math.round(cell(state) / RESOLUTION_V) * RESOLUTION_V;
    if (before) energy_Wh += (current_A * (voltage_V + before.voltage_V) * (at_s - before.at_s)) / 7200;
    before = { at_s, voltage_V };
    const ended = limits && Math.abs(voltage_V) >= protocol.voltageLimit_V;
    const moved = Math.abs(voltage_V - lastLogged_V) >= logging.deltaV_V;
    if (!due && !ended && !moved) continue;
    lastLogged_V = voltage_V;
    yield {
      time_s: start_s + at_s,
      stepTime_s: at_s,
      stepCount: clock.stepCount,
      protocolLine: step.protocolLine,
      cycle: step.cycle,
      kind: step.kind,
      current_A,
      voltage_V,
      stepCharge_Ah: (current_A * at_s) / 3600,
      stepEnergy_Wh: energy_Wh,
      firstOfStep: at_s === 0,
      lastOfStep: ended || at_s === step.duration_s,
    };
    if (ended) {
      clock.limitReached = true;
      break;
    }
  }
  clock.time_s = start_s + (before?.at_s ?? 0);
}

function cellState(step: Step, start_s: number, at_s: number, protocol: SquareWaveProtocol): CellState {
  const direction = SIGN[step.kind];
  const density_mAPerCm2 = (1000 * protocol.current_A) / protocol.area_cm2;
  return {
    time_s: start_s + at_s,
    stepTime_s: at_s,
    halfCycle: step.halfCycle,
    direction,
    passed_mAhPerCm2: direction === 0 ? 0 : (density_mAPerCm2 * at_s) / 3600,
  };
}
