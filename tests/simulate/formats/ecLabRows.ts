/** The rows of a galvanostatic run as EC-Lab records them, shared by its text and its binary file. */
import type { CyclingRecord } from '../cyclingRecord.ts';
import type { ImpedancePoint } from '../impedance.ts';

export interface EcLabRow {
  /** 1 galvanostatic, 3 open circuit. */
  readonly mode: 1 | 3;
  readonly oxidation: boolean;
  readonly sequenceChanged: boolean;
  readonly sequence: number;
  readonly time_s: number;
  /** Charge since the row before. */
  readonly dq_mAh: number;
  readonly charge_mAh: number;
  readonly control_mA: number;
  readonly current_mA: number;
  readonly voltage_V: number;
  readonly currentRange: number;
  /** Signed; back to 0 where the half cycle begins. */
  readonly halfCycleCharge_mAh: number;
  readonly halfCycle: number;
}

const RANGE_10_mA = 11;
const RANGE_AT_REST = 14;

/**
 * EC-Lab writes the first point of a step when the first sample is in, never at its time 0. A rest belongs to the half
 * cycle before it; half cycles that charge are even.
 */
export function* ecLabRows(records: Iterable<CyclingRecord>): Generator<EcLabRow> {
  let charge_mAh = 0;
  let chargeAtHalfCycle_mAh = 0;
  let last_s = 0;
  let stepCount = 0;
  let halfCycle = 0;
  let direction = 1;
  for (const record of records) {
    if (record.stepTime_s === 0) continue;
    const sequenceChanged = record.stepCount !== stepCount;
    stepCount = record.stepCount;
    if (record.current_A * direction < 0) {
      direction = -direction;
      halfCycle += 1;
      chargeAtHalfCycle_mAh = charge_mAh;
    }
    const dq_mAh = (1000 * record.current_A * (record.time_s - last_s)) / 3600;
    last_s = record.time_s;
    charge_mAh += dq_mAh;
    const resting = record.kind === 'rest';
    yield {
      mode: resting ? 3 : 1,
      oxidation: record.current_A > 0,
      sequenceChanged,
      sequence: record.protocolLine - 1,
      time_s: record.time_s,
      dq_mAh,
      charge_mAh,
      control_mA: 1000 * record.current_A,
      current_mA: 1000 * record.current_A,
      voltage_V: record.voltage_V,
      currentRange: resting ? RANGE_AT_REST : RANGE_10_mA,
      halfCycleCharge_mAh: charge_mAh - chargeAtHalfCycle_mAh,
      halfCycle,
    };
  }
}

/** A spectrum with what its header says about it. */
export interface SimulatedSpectrum {
  readonly comment: string;
  readonly startedAt_ms: number;
  readonly area_cm2: number;
  readonly electrolyte: string;
  readonly points: readonly ImpedancePoint[];
}
