export interface InformationCriteria {
  readonly aicc: number;
  readonly bic: number;
}

/**
 * Corrected Akaike criterion and Bayesian criterion of a least-squares fit of `data` numbers (two a point) by
 * `parameters` free parameters, to which the variance is added: n ln(S/n) + 2k + 2k(k + 1)/(n − k − 1) and
 * n ln(S/n) + k ln n (Burnham and Anderson, Model Selection and Multimodel Inference, 2002, section 7.7.6).
 * Comparable only between fits of the same data with the same weighting. Infinity without enough data.
 */
export function informationCriteria(
  sumOfSquares: number,
  data: number,
  parameters: number,
): InformationCriteria {
  const k = parameters + 1;
  if (data - k - 1 <= 0) return { aicc: Infinity, bic: Infinity };
  const likelihood = data * Math.log(sumOfSquares / data);
  return {
    aicc: likelihood + 2 * k + (2 * k * (k + 1)) / (data - k - 1),
    bic: likelihood + k * Math.log(data),
  };
}
