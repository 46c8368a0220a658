import { expect, test } from 'vitest';
import { nnls } from '#core/numeric/nnls.ts';
import { createRandom, type Random } from '../../simulate/random.ts';

interface Problem {
  readonly gram: Float64Array;
  readonly linear: Float64Array;
}

/** Normal equations of a random least-squares problem; more rows than unknowns keep it positive definite. */
function randomProblem(random: Random, n: number): Problem {
  const rows = n + 3;
  const a = Float64Array.from({ length: rows * n }, () => random.normal());
  const b = Float64Array.from({ length: rows }, () => 3 * random.normal());
  const gram = new Float64Array(n * n);
  const linear = new Float64Array(n);
  for (let r = 0; r < rows; r += 1) {
    for (let i = 0; i < n; i += 1) {
      linear[i] = (linear[i] ?? 0) + (a[r * n + i] ?? 0) * (b[r] ?? 0);
      for (let j = 0; j < n; j += 1) {
        gram[i * n + j] = (gram[i * n + j] ?? 0) + (a[r * n + i] ?? 0) * (a[r * n + j] ?? 0);
      }
    }
  }
  return { gram, linear };
}

const gradientAt = ({ gram, linear }: Problem, x: Float64Array, i: number): number =>
  x.reduce((sum, value, j) => sum + (gram[i * x.length + j] ?? 0) * value, -(linear[i] ?? 0));

/** Cyclic coordinate descent with projection: slow, short, and shares nothing with the method tested. */
function coordinateDescent(problem: Problem): Float64Array {
  const n = problem.linear.length;
  const x = new Float64Array(n);
  for (let sweep = 0; sweep < 20_000; sweep += 1) {
    for (let i = 0; i < n; i += 1) {
      const step = gradientAt(problem, x, i) / (problem.gram[i * n + i] ?? 1);
      x[i] = Math.max(0, (x[i] ?? 0) - step);
    }
  }
  return x;
}

test('a problem solved by hand: the unconstrained minimum has a negative unknown, which stays at zero', () => {
  // x² + y² + xy − x + y has its minimum at (1, −1); on y = 0 at x = 1/2, where the gradient in y is 3/2.
  const { x, gradient, passive, converged } = nnls({
    gram: Float64Array.of(2, 1, 1, 2),
    linear: Float64Array.of(1, -1),
  });
  expect(converged).toBe(true);
  expect(x[0]).toBeCloseTo(0.5, 14);
  expect(x[1]).toBe(0);
  expect(gradient[0]).toBe(0);
  expect(gradient[1]).toBeCloseTo(1.5, 14);
  expect([...passive]).toEqual([0]);
});

test('the Karush-Kuhn-Tucker conditions hold on 200 random problems of 1 to 25 unknowns', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = createRandom(seed);
    const n = 1 + Math.floor(25 * random.uniform());
    const problem = randomProblem(random, n);
    const { x, converged } = nnls(problem);
    expect(converged, `seed ${seed}`).toBe(true);
    const scale = Math.max(...problem.linear.map(Math.abs));
    x.forEach((value, i) => {
      const gradient = gradientAt(problem, x, i) / scale;
      expect(value, `seed ${seed}`).toBeGreaterThanOrEqual(0);
      expect(gradient, `seed ${seed}`).toBeGreaterThan(-1e-9);
      if (value > 0) expect(gradient, `seed ${seed}`).toBeLessThan(1e-9);
    });
  }
});

test('agrees with coordinate descent', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const random = createRandom(seed);
    const problem = randomProblem(random, 6);
    const expected = coordinateDescent(problem);
    const { x } = nnls(problem);
    x.forEach((value, i) => {
      expect(value, `seed ${seed}`).toBeCloseTo(expected[i] ?? NaN, 6);
    });
  }
});

test('the answer does not depend on where it starts', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const random = createRandom(seed);
    const problem = randomProblem(random, 20);
    const start = Int32Array.from(
      Array.from({ length: 20 }, (_, i) => i).filter(() => random.uniform() < 0.5),
    );
    const cold = nnls(problem);
    const warm = nnls(problem, start);
    expect([...warm.passive], `seed ${seed}`).toEqual([...cold.passive]);
  }
});

test('two equal columns share one unknown instead of failing', () => {
  const { x, converged } = nnls({ gram: Float64Array.of(1, 1, 1, 1), linear: Float64Array.of(2, 2) });
  expect(converged).toBe(true);
  expect((x[0] ?? NaN) + (x[1] ?? NaN)).toBeCloseTo(2, 12);
});

/** Overlapping bumps, each a fraction of its width from the next: nearly dependent columns, as those of relaxations. */
function bumpProblem(seed: number, size: number) {
  const random = createRandom(seed);
  const rows = 140;
  const bump = (row: number, column: number) => 1 / Math.cosh(20 * (row / rows - column / size));
  const data = Array.from(
    { length: rows },
    (_, r) => bump(r, size * 0.31) + bump(r, size * 0.62) + 0.01 * random.normal(),
  );
  const gram = new Float64Array(size * size);
  const linear = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    data.forEach((value, r) => (linear[i] = (linear[i] ?? 0) + value * bump(r, i)));
    for (let j = 0; j < size; j += 1)
      for (let r = 0; r < rows; r += 1)
        gram[i * size + j] = (gram[i * size + j] ?? 0) + bump(r, i) * bump(r, j);
    gram[i * size + i] = (gram[i * size + i] ?? 0) + 1e-7;
  }
  return { gram, linear };
}

test('nearly dependent columns end at the minimum too', () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const problem = bumpProblem(seed, 90);
    const { x, converged } = nnls(problem);
    expect(converged, `seed ${seed}`).toBe(true);
    const scale = Math.max(...problem.linear.map(Math.abs));
    x.forEach((value, i) => {
      const gradient = gradientAt(problem, x, i) / scale;
      expect(gradient, `seed ${seed}`).toBeGreaterThan(-1e-9);
      if (value > 0) expect(gradient, `seed ${seed}`).toBeLessThan(1e-9);
    });
  }
});
