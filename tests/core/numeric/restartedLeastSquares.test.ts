import { describe, expect, test } from 'vitest';
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type { LeastSquaresProblem } from '#core/numeric/leastSquaresProblem.ts';
import { restartedLeastSquares } from '#core/numeric/restartedLeastSquares.ts';
import { createRandom } from '../../simulate/random.ts';

/** y = exp(−x) + 0.7 exp(−x/9), amplitudes and times as logarithms, with noise of 0.1 %. */
function twoDecays(seed: number): LeastSquaresProblem {
  const random = createRandom(seed);
  const x = Array.from({ length: 40 }, (_, i) => 0.6 * i);
  const y = x.map((at) => (Math.exp(-at) + 0.7 * Math.exp(-at / 9)) * (1 + 0.001 * random.normal()));
  return {
    residuals: x.length,
    evaluate(p, residual, jacobian) {
      x.forEach((at, i) => {
        residual[i] = -(y[i] ?? NaN);
        for (const k of [0, 2]) {
          const perTime = at / Math.exp(p[k + 1] ?? NaN);
          const part = Math.exp((p[k] ?? NaN) - perTime);
          residual[i] = (residual[i] ?? NaN) + part;
          if (jacobian.length === 0) continue;
          jacobian[k * x.length + i] = part;
          jacobian[(k + 1) * x.length + i] = part * perTime;
        }
      });
    },
  };
}

const limits = { lower: new Float64Array(4).fill(-20), upper: new Float64Array(4).fill(20) };
const SEED = 20240920;

/** Σ noise² for the truth: no fit of a true model is far above it. */
function costAtTruth(problem: LeastSquaresProblem): number {
  const residual = new Float64Array(problem.residuals);
  problem.evaluate(Float64Array.of(0, 0, Math.log(0.7), Math.log(9)), residual, new Float64Array(0));
  return residual.reduce((sum, value) => sum + value * value, 0);
}

describe('restartedLeastSquares', () => {
  const problem = twoDecays(SEED);
  const random = createRandom(SEED);
  const starts = Array.from({ length: 60 }, () =>
    Float64Array.from({ length: 4 }, () => 6 * random.uniform() - 3),
  );
  const isFound = ({ sumOfSquares }: { sumOfSquares: number }) => sumOfSquares <= costAtTruth(problem);

  test(`finds two decays from more random starts than a single search (seed ${SEED})`, () => {
    const single = starts.filter((start) => isFound(leastSquares(problem, start, limits)));
    const restarted = starts.filter((start) =>
      isFound(restartedLeastSquares(problem, start, { ...limits, maxRestarts: 2 })),
    );
    expect(restarted.length).toBeGreaterThanOrEqual(single.length);
    expect(restarted.length).toBeGreaterThanOrEqual(55);
  });

  test(`is never worse than the single search, and counts how often it began again (seed ${SEED})`, () => {
    for (const start of starts) {
      const single = leastSquares(problem, start, limits);
      const restarted = restartedLeastSquares(problem, start, { ...limits, maxRestarts: 2 });
      expect(restarted.sumOfSquares).toBeLessThanOrEqual(single.sumOfSquares);
      expect(restarted.restarts).toBeLessThanOrEqual(2);
      if (restarted.sumOfSquares < single.sumOfSquares) expect(restarted.restarts).toBeGreaterThan(0);
    }
  });

  test('leaves a search alone that ends where all parameters are felt', () => {
    const start = Float64Array.of(0.1, 0.1, -0.3, 2);
    expect(restartedLeastSquares(problem, start, { ...limits, maxRestarts: 2 }).restarts).toBe(0);
  });
});
