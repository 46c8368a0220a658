/**
 * How unlike the two directions of a cycle are: (η₊ − η₋) over their mean, with η the one-sided polarisations; 0 = alike, ±2 =
 * one of them takes it all. Null where neither polarises.
 */
export function plateAsymmetry(positive_mV: number, negative_mV: number): number | null {
  const mean_mV = (positive_mV + negative_mV) / 2;
  return mean_mV > 0 ? (positive_mV - negative_mV) / mean_mV : null;
}
