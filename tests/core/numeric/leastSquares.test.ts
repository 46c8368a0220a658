import { describe, expect, test } from 'vitest';
import { leastSquares } from '#core/numeric/leastSquares.ts';
import { withNumericJacobian } from '#core/numeric/numericJacobian.ts';
import { nistProblems } from './nistProblems.ts';

const PROBLEMS = nistProblems();
const STRICT = { tolerance: 1e-15, stepTolerance: 1e-13, maxIterations: 3000 };

function commonDigits(values: readonly number[], certified: readonly number[]): number {
  return Math.min(...certified.map((c, j) => -Math.log10(Math.abs((values[j] ?? NaN) / c - 1) + 1e-16)));
}

describe('leastSquares', () => {
  test.runIf(PROBLEMS.length > 0)('knows all 27 nonlinear problems of NIST', () => {
    expect(PROBLEMS).toHaveLength(27);
  });

  const runs = PROBLEMS.flatMap((problem) =>
    problem.starts.map((start, k) => ({ problem, start, k: k + 1 })),
  );
  test.each(runs)('reaches 6 certified digits of $problem.name from start $k', ({ problem, start }) => {
    const least = withNumericJacobian(problem.observations, problem.fillResidual);
    const solution = leastSquares(least, start, STRICT);
    expect(solution.status).toBe('converged');
    expect(commonDigits([...solution.parameters], problem.certified)).toBeGreaterThan(6);
    // NIST's own note: double precision cannot resolve the sum of squares of Lanczos1.
    if (problem.name !== 'Lanczos1')
      expect(commonDigits([solution.sumOfSquares], [problem.rss])).toBeGreaterThan(6);
  });

  test('stops at a bound that keeps it from the minimum, and fits the rest', () => {
    // (x − 3)² + (y + x − 5)² with x ≤ 2: x = 2, y = 3.
    const bowl = withNumericJacobian(2, ([x = NaN, y = NaN], residual) => {
      residual[0] = x - 3;
      residual[1] = y + x - 5;
    });
    const bounds = { lower: Float64Array.of(-10, -10), upper: Float64Array.of(2, 10) };
    const solution = leastSquares(bowl, Float64Array.of(0, 0), bounds);
    expect(solution.status).toBe('converged');
    expect(solution.parameters[0]).toBe(2);
    expect(solution.parameters[1]).toBeCloseTo(3, 9);
  });

  test('leaves a bound again when the minimum lies inside', () => {
    const line = withNumericJacobian(1, ([x = NaN], residual) => {
      residual[0] = x - 0.5;
    });
    const bounds = { lower: Float64Array.of(0), upper: Float64Array.of(1) };
    expect(leastSquares(line, Float64Array.of(0), bounds).parameters[0]).toBeCloseTo(0.5, 9);
  });

  test('moves a start outside the bounds to the nearest allowed one', () => {
    const line = withNumericJacobian(1, ([x = NaN], residual) => {
      residual[0] = x + 7;
    });
    const bounds = { lower: Float64Array.of(0), upper: Float64Array.of(1) };
    expect(leastSquares(line, Float64Array.of(40), bounds).parameters[0]).toBeCloseTo(0, 12);
  });

  test('says when it ran out of iterations', () => {
    const problem = PROBLEMS.find(({ name }) => name === 'MGH10');
    const least = problem && withNumericJacobian(problem.observations, problem.fillResidual);
    const rosenbrock = withNumericJacobian(2, ([x = NaN, y = NaN], residual) => {
      residual[0] = 10 * (y - x * x);
      residual[1] = 1 - x;
    });
    const start = problem?.starts[0] ?? Float64Array.of(-1.2, 1);
    expect(leastSquares(least ?? rosenbrock, start, { maxIterations: 3 }).status).toBe('iteration-limit');
  });

  test('says that it stalled where the derivatives are wrong', () => {
    const lying = {
      residuals: 1,
      evaluate: ([x = NaN]: Float64Array, residual: Float64Array, jacobian: Float64Array) => {
        residual[0] = x - 3;
        jacobian[0] = -1;
      },
    };
    expect(leastSquares(lying, Float64Array.of(1)).status).toBe('stalled');
  });

  test('shrinks its step where the model is not finite', () => {
    // ln x = 0 from x = 0.01: the first full step leads beyond zero only if it is not bounded.
    const logarithm = withNumericJacobian(1, ([x = NaN], residual) => {
      residual[0] = Math.log(x) - 2;
    });
    expect(leastSquares(logarithm, Float64Array.of(50)).parameters[0]).toBeCloseTo(Math.exp(2), 7);
  });
});
