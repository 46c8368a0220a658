/**
 * Of the map from evidence to probability, see verdictProbability. Written by bench/xrdCalibrate.mjs from the simulated
 * patterns of seeds 100000 to 101999: 3701 amalgams that the fit gave an amount, 2006 of them there.
 */
export const VERDICT_COEFFICIENTS = {
  constant: -6.526,
  loss: 1.026,
  gain: 0.069,
  others: 1.62,
  deficit: -0.473,
  certainty: 0.143,
  prominence: 0.197,
};

/** Probability of a phase that the fit gives nothing: 8 of 2299 were there. */
export const NOT_DRAWN = 0.0039;
