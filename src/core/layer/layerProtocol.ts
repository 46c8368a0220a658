import type { CurrentStep } from '#core/layer/layerTrajectory.ts';

/** Half cycles of one current, alternating. */
export interface SquareProtocol {
  readonly current_mAPerCm2: number;
  readonly halfCycle_min: number;
  readonly halfCycles: number;
  /** What the first half cycle does to this electrode. */
  readonly first: 'strip' | 'plate';
}

const MINUTES_PER_HOUR = 60;
const SECONDS_PER_HOUR = 3600;

/** The protocol cut in steps, so that a line drawn through the points bends where the layer does. */
export function stepsOfProtocol(protocol: SquareProtocol, stepsPerHalfCycle = 100): CurrentStep[] {
  const duration_h = protocol.halfCycle_min / MINUTES_PER_HOUR / stepsPerHalfCycle;
  return Array.from({ length: protocol.halfCycles * stepsPerHalfCycle }, (_, i) => {
    const isFirst = Math.floor(i / stepsPerHalfCycle) % 2 === 0;
    const plates = isFirst === (protocol.first === 'plate');
    return { duration_h, current_mAPerCm2: plates ? protocol.current_mAPerCm2 : -protocol.current_mAPerCm2 };
  });
}

export interface RunCurrent {
  readonly time_s: Float64Array;
  /** Positive oxidises the working electrode, which strips it. */
  readonly current_A: Float64Array;
  readonly area_cm2: number;
  /** Which of the two electrodes of the cell is followed. */
  readonly electrode: 'working' | 'counter';
}

/**
 * The current that a measured run had, in at most `most` steps of equal charge and time as the rows between them: a row's
 * current flows until the next row. Times that do not rise carry nothing.
 */
export function stepsOfRun(
  { time_s, current_A, area_cm2, electrode }: RunCurrent,
  most = 4000,
): CurrentStep[] {
  const sign = electrode === 'working' ? -1 : 1;
  const rows = Math.max(1, Math.ceil((time_s.length - 1) / most));
  const steps: CurrentStep[] = [];
  for (let first = 0; first + 1 < time_s.length; first += rows) {
    const { duration_h, charge_mAh } = passed(time_s, current_A, [
      first,
      Math.min(first + rows, time_s.length - 1),
    ]);
    if (duration_h > 0)
      steps.push({ duration_h, current_mAPerCm2: (sign * charge_mAh) / duration_h / area_cm2 });
  }
  return steps;
}

function passed(time_s: Float64Array, current_A: Float64Array, [first, end]: readonly [number, number]) {
  let duration_s = 0;
  let charge_As = 0;
  for (let i = first; i < end; i += 1) {
    const interval_s = Math.max(0, (time_s[i + 1] ?? NaN) - (time_s[i] ?? NaN)) || 0;
    duration_s += interval_s;
    charge_As += interval_s * (current_A[i] ?? 0);
  }
  return { duration_h: duration_s / SECONDS_PER_HOUR, charge_mAh: charge_As / 3.6 };
}
