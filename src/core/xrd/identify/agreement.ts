/** How well the whole model agrees with the measurement. */
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';

export interface Agreement {
  readonly rwp: number;
  readonly rExpected: number;
}

/** R_wp and R_exp with Poisson weights of the measurement: Young, The Rietveld Method (1993), chapter 1. */
export function agreement({ model, calculated, fit }: FittedModel): Agreement {
  const { intensity, variance } = model.grid;
  let [residual, total] = [0, 0];
  intensity.forEach((value, i) => {
    const weight = 1 / (variance[i] ?? NaN);
    residual += weight * (value - (calculated[i] ?? 0)) ** 2;
    total += weight * value * value;
  });
  const used = fit.amounts.filter((amount) => amount > 0).length;
  return { rwp: Math.sqrt(residual / total), rExpected: Math.sqrt((intensity.length - used) / total) };
}
