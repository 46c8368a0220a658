/** A simulated cell under steps of constant current, sampled when it is told to; imports nothing of core. */
export interface CurrentPulse {
  readonly current_A: number;
  readonly duration_s: number;
  /** Times of its samples since it began. */
  readonly samples_s: readonly number[];
}

/** E of one instant: what the cell answers `since_s` after a pulse of that current began. */
export type CellAnswer = (pulse: CurrentPulse, since_s: number, pulseIndex: number) => number;

export interface SteppedColumns extends Record<string, number[]> {
  time_s: number[];
  current_A: number[];
  voltage_V: number[];
}

export function simulateSteps(pulses: readonly CurrentPulse[], answer: CellAnswer) {
  const columns: SteppedColumns = { time_s: [], current_A: [], voltage_V: [] };
  const stepTime_s: number[] = [];
  let start_s = 0;
  pulses.forEach((pulse, index) => {
    for (const since_s of pulse.samples_s) {
      columns.time_s.push(start_s + since_s);
      columns.current_A.push(pulse.current_A);
      columns.voltage_V.push(answer(pulse, since_s, index));
      stepTime_s.push(since_s);
    }
    start_s += pulse.duration_s;
  });
  return { withoutClock: columns, withClock: { ...columns, stepTime_s } };
}

/** A pulse sampled every `interval_s` from its begin, the end left to the next. */
export function evenPulse(current_A: number, duration_s: number, interval_s: number): CurrentPulse {
  const count = Math.round(duration_s / interval_s);
  return { current_A, duration_s, samples_s: Array.from({ length: count }, (_, k) => k * interval_s) };
}

/** `halfCycles` at each current in turn, in both directions, all of one duration. */
export function ladder(
  currents_A: readonly number[],
  halfCycles: number,
  duration_s: (current_A: number) => number,
): CurrentPulse[] {
  return currents_A.flatMap((current_A) =>
    Array.from({ length: halfCycles }, (_, k) =>
      evenPulse(k % 2 === 0 ? current_A : -current_A, duration_s(current_A), duration_s(current_A) / 100),
    ),
  );
}
