/** A line's width as fitted, with its error. */
export interface ObservedBreadth {
  readonly twoTheta_deg: number;
  /** Of one line of the radiation, the doublet's other one being fitted beside it. */
  readonly fwhm_deg: number;
  readonly fwhmError_deg: number;
  /** Lorentzian share. */
  readonly eta: number;
}
