/**
 * The numbers by which an event is called. They are this program's own proposal: no standard exists for soft shorts, so
 * that they can be changed and are printed with every result.
 */
export interface EventThresholds {
  /** Half cycles within which criteria count together. */
  readonly window: number;
  /** A sudden fall: resistance below this share of the median of the five half cycles before. */
  readonly dropTo: number;
  /** A sudden fall inside a half cycle, after its first fifth: below this share. */
  readonly innerFallTo: number;
  /** Flat from end to end: |E_end − E_start| below this share of the lowest |E|. */
  readonly rectangular: number;
  /** E/I that stays within this share over a step of the current. */
  readonly linear: number;
  /** The step of the current that such a test needs, as a factor. */
  readonly linearStep: number;
  /** A dip: this many robust standard deviations towards 0 V. */
  readonly dipSigma: number;
  /** Dips in one half cycle that make it noisy. */
  readonly dips: number;
  /** Noisy half cycles within the window that count. */
  readonly noisyHalfCycles: number;
  /** Scatter of the resistance from half cycle to half cycle that counts where there was less before. */
  readonly scatter: number;
  /** The intercept at high frequency fell below this share of the pristine one. */
  readonly interceptTo: number;
  /** |E| that a hard short leaves beside the leads, V. */
  readonly hardShort_V: number;
  /** Of leads and contacts, whose share of |E| is not the cell's. */
  readonly leads_ohm: number;
  /** What the meter resolves, V: a smaller change of a hard short's voltage tells nothing. */
  readonly resolution_V: number;
  /** Consecutive half cycles of it. */
  readonly hardShortHalfCycles: number;
  /** Resistance above this many times the median of the ten half cycles before: contact lost. */
  readonly contactLoss: number;
  /** |E| at the end of a half cycle from which the cycler's limit, and no polarity change, ended it, V. */
  readonly voltageLimit_V: number;
  /** A charge of unlike electrodes that took more than the one before and the discharge between, by this share. */
  readonly overcharge: number;
  /** A noisy charge that gave back less than this share. */
  readonly lossyCharge: number;
  /** A charge that ended below the voltage of those before, by this share of the span between charge and discharge. */
  readonly endlessCharge: number;
  /** Share of the resistance before a short that counts as recovered. */
  readonly recoveredTo: number;
  /** Half cycles a soft short must last to count as a failure. */
  readonly failureHalfCycles: number;
  /** Resistance above this many times its reference counts as a failure. */
  readonly failureRise: number;
}

export const EVENT_THRESHOLDS: EventThresholds = {
  window: 6,
  dropTo: 0.7,
  innerFallTo: 0.7,
  rectangular: 0.05,
  linear: 0.05,
  linearStep: 1.5,
  dipSigma: 6,
  dips: 3,
  noisyHalfCycles: 2,
  scatter: 0.05,
  interceptTo: 0.8,
  hardShort_V: 0.002,
  leads_ohm: 0,
  // 16 bits over 5 V.
  resolution_V: 1e-4,
  hardShortHalfCycles: 3,
  contactLoss: 3,
  voltageLimit_V: 5,
  overcharge: 0.05,
  lossyCharge: 0.95,
  endlessCharge: 0.05,
  recoveredTo: 0.8,
  failureHalfCycles: 3,
  failureRise: 5,
};
