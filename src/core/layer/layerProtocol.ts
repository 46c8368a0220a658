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
const MAH_PER_AH = 1000;

/** The protocol cut in steps, so that a line drawn through the points bends where the layer does. */
export function stepsOfProtocol(protocol: SquareProtocol, stepsPerHalfCycle = 100): CurrentStep[] {
  const duration_h = protocol.halfCycle_min / MINUTES_PER_HOUR / stepsPerHalfCycle;
  return Array.from({ length: protocol.halfCycles * stepsPerHalfCycle }, (_, i) => {
    const isFirst = Math.floor(i / stepsPerHalfCycle) % 2 === 0;
    const plates = isFirst === (protocol.first === 'plate');
    return { duration_h, current_mAPerCm2: plates ? protocol.current_mAPerCm2 : -protocol.current_mAPerCm2 };
  });
}

export interface RunCharge {
  readonly time_s: Float64Array;
  /** Net charge passed at each row (integrateCharge.ts); oxidation of the working electrode, which strips it, is positive. */
  readonly charge_Ah: Float64Array;
  readonly area_cm2: number;
  /** Which of the two electrodes of the cell is followed. */
  readonly electrode: 'working' | 'counter';
}

/** A measured run in at most `most` steps, each with the charge and the time of the rows it spans. */
export function stepsOfRun(
  { time_s, charge_Ah, area_cm2, electrode }: RunCharge,
  most = 4000,
): CurrentStep[] {
  const sign = electrode === 'working' ? -1 : 1;
  const rows = Math.max(1, Math.ceil((time_s.length - 1) / most));
  const steps: CurrentStep[] = [];
  for (let first = 0; first + 1 < time_s.length; first += rows) {
    const end = Math.min(first + rows, time_s.length - 1);
    const duration_h = ((time_s[end] ?? NaN) - (time_s[first] ?? NaN)) / SECONDS_PER_HOUR;
    const charge_mAh = MAH_PER_AH * ((charge_Ah[end] ?? NaN) - (charge_Ah[first] ?? NaN));
    if (duration_h > 0)
      steps.push({ duration_h, current_mAPerCm2: (sign * charge_mAh) / duration_h / area_cm2 });
  }
  return steps;
}
