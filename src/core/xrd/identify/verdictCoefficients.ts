/** Of the map from evidence to probability, set by hand. */
export const VERDICT_COEFFICIENTS = {
  constant: -9,
  loss: 0.9,
  gain: 0.9,
  others: 1.2,
  deficit: -1.2,
  certainty: 0.5,
  prominence: 0.5,
};

/** Probability of a phase that the fit gives nothing. */
export const NOT_DRAWN = 0.005;
