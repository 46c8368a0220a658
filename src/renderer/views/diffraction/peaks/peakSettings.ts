/** What the user says about the instrument's own lines. */

/** unknown: no size is told, only a bound; standard: one width, taken for all angles; caglioti: U, V and W. */
export type InstrumentKnowledge = 'unknown' | 'standard' | 'caglioti';

export interface PeakSettings {
  readonly instrument: InstrumentKnowledge;
  /** Of a line of a standard without size and strain, and where that lies. */
  readonly standardFwhm_deg: number;
  readonly standardAngle_deg: number;
  /** H² = U tan²θ + V tan θ + W. */
  readonly cagliotiU_deg2: number;
  readonly cagliotiV_deg2: number;
  readonly cagliotiW_deg2: number;
}

export const PEAK_DEFAULTS: PeakSettings = {
  instrument: 'unknown',
  standardFwhm_deg: 0.08,
  standardAngle_deg: 28.44,
  cagliotiU_deg2: 0.005,
  cagliotiV_deg2: -0.003,
  cagliotiW_deg2: 0.006,
};
