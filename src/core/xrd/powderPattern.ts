/** What a computed and a measured powder pattern are, as plain data. */
import type { Radiation } from '#core/xrd/radiation.ts';

/** Lines that fall together because symmetry or the radiation's resolution makes their spacings equal. */
export interface PowderPeak {
  /** One member of each form that contributes. */
  readonly hkl: readonly (readonly [number, number, number])[];
  readonly multiplicity: number;
  readonly d_A: number;
  readonly twoTheta_deg: number;
  /** Strongest = 100. */
  readonly intensity: number;
}

/** A measured scan: angle and counts, ascending. */
export interface DiffractionPattern {
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  /** Standard error of each intensity: √counts unless the file says otherwise. */
  readonly sigma_counts: Float64Array;
  readonly radiation: Radiation | null;
}
