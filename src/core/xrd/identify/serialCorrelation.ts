/** How much wider standard errors are where residuals of neighbouring points are alike. */
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';

/**
 * Σ(sum of a run)²/Σr² of independent normal residuals: runs of one sign are 2 long on average, 6 in the mean square,
 * and E|r|² = 2/π, so that it is (2 + 4·2/π)/2.
 */
const INDEPENDENT = 1 + 4 / Math.PI;

/**
 * Factor of the standard errors of a least-squares fit, at least 1: residuals of one sign that follow each other are
 * added before they are squared, as if they were one observation. Bérar & Lelann, J. Appl. Cryst. 24 (1991) 1; here over
 * what independent residuals would give, so that noise alone makes 1. `residuals` are over their standard deviations.
 */
export function serialCorrelation(residuals: Float64Array): number {
  let [squares, runs, run] = [0, 0, 0];
  for (const residual of residuals) {
    if (residual * run < 0) {
      runs += run * run;
      run = 0;
    }
    run += residual;
    squares += residual * residual;
  }
  return squares > 0 ? Math.sqrt(Math.max(1, (runs + run * run) / squares / INDEPENDENT)) : 1;
}

/** Of the points that a fit used. */
export function fitCorrelation({ model, calculated, variance }: FittedModel): number {
  const { intensity } = model.grid;
  const residuals = intensity.map(
    (value, i) => (value - (calculated[i] ?? NaN)) / Math.sqrt(variance[i] ?? NaN),
  );
  return serialCorrelation(residuals.filter((_, i) => variance[i] !== Infinity));
}
