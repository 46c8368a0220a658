/** One logged sample of a simulated galvanostatic run, before any vendor's way of writing it. */

export type StepKind = 'rest' | 'charge' | 'discharge';

export interface CyclingRecord {
  /** Since the start of the run. */
  readonly time_s: number;
  readonly stepTime_s: number;
  /** Running number of the step, from 1. */
  readonly stepCount: number;
  /** Line of the protocol, from 1; repeats every cycle. */
  readonly protocolLine: number;
  /** Full cycles, from 1. */
  readonly cycle: number;
  readonly kind: StepKind;
  /** Positive = oxidation at the working electrode (which vendors call charge). */
  readonly current_A: number;
  readonly voltage_V: number;
  /** Signed charge and energy since the start of the step. */
  readonly stepCharge_Ah: number;
  readonly stepEnergy_Wh: number;
  readonly firstOfStep: boolean;
  readonly lastOfStep: boolean;
}

/** A run with what a vendor's header says about it. */
export interface SimulatedRun {
  readonly comment: string;
  /** Local wall clock at the start, as milliseconds of a UTC date. */
  readonly startedAt_ms: number;
  readonly area_cm2: number;
  readonly electrolyte: string;
  readonly records: Iterable<CyclingRecord>;
}
