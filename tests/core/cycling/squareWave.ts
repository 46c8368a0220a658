/** A simulated symmetric cell: constant current of alternating sign, E = R·I, rests between; imports nothing of core. */
export interface SquareWave {
  readonly current_A: number;
  readonly halfCycle_s: number;
  readonly rest_s: number;
  readonly halfCycles: number;
  readonly interval_s: number;
  readonly resistance_ohm: number;
  /** True: rows stand at the end of their interval and the step clock reads one interval at a step's first row. */
  readonly endStamped?: boolean;
}

export function simulateSquareWave(wave: SquareWave) {
  const columns = {
    time_s: [] as number[],
    stepTime_s: [] as number[],
    current_A: [] as number[],
    voltage_V: [] as number[],
  };
  const first = wave.endStamped === true ? 1 : 0;
  let start_s = 0;
  const step = (length_s: number, current: number) => {
    const count = Math.round(length_s / wave.interval_s);
    for (let k = first; k < count + first; k += 1) {
      columns.time_s.push(start_s + k * wave.interval_s);
      columns.stepTime_s.push(k * wave.interval_s);
      columns.current_A.push(current);
      columns.voltage_V.push(current * wave.resistance_ohm);
    }
    start_s += length_s;
  };
  for (let h = 0; h < wave.halfCycles; h += 1) {
    step(wave.halfCycle_s, h % 2 === 0 ? wave.current_A : -wave.current_A);
    if (wave.rest_s > 0) step(wave.rest_s, 0);
  }
  return columns;
}
