/**
 * Non-negative least squares from the normal equations: min ½ xᵀH x − qᵀx with x ≥ 0, H positive definite.
 * Block principal pivoting (Júdice and Pires, Comput. Oper. Res. 21 (1994) 587; Kim and Park, SIAM J. Sci. Comput. 33
 * (2011) 3261) as long as it makes progress; then descent with an active set (Lawson and Hanson, Solving Least Squares
 * Problems, 1974, chapter 23), whose sum only falls, so that it ends in few rounds where single exchanges need hundreds.
 * A sweep over a regularisation parameter starts each problem at the passive set of the one before and then needs one
 * or two factorisations.
 */
import { mutateToCholesky, mutateToSolution } from '#core/numeric/cholesky.ts';

export interface NonNegativeProblem {
  /** H, n × n row-major, symmetric. */
  readonly gram: Float64Array;
  /** q, n values. */
  readonly linear: Float64Array;
}

export interface NonNegativeSolution {
  readonly x: Float64Array;
  /** Indexes of the unknowns that are not held at zero, ascending. */
  readonly passive: Int32Array;
  /** Cholesky factor of H of the passive unknowns. */
  readonly factor: Float64Array;
  /** H x − q: ≥ 0 where x is held at zero, 0 elsewhere. */
  readonly gradient: Float64Array;
  /** False when the exchanges did not end; x is then the last one, without its negative values. */
  readonly converged: boolean;
}

/** Exchanges of whole blocks that may fail to reduce the number of violations before the descent begins. */
const BLOCK_TRIES = 3;
/** Shares of the largest unknown and of the largest right-hand side that rounding leaves. */
const TOLERANCE = 1e-13;

/** The sets between which the unknowns move. */
interface Sets {
  readonly isPassive: Uint8Array;
  readonly isDependent: Uint8Array;
}

/** `start`: indexes that are probably above zero; all of them when nothing is known. */
export function nnls(
  problem: NonNegativeProblem,
  start: Int32Array = Int32Array.from(problem.linear.keys()),
): NonNegativeSolution {
  const n = problem.linear.length;
  const sets = { isPassive: new Uint8Array(n), isDependent: new Uint8Array(n) };
  for (const i of start) sets.isPassive[i] = 1;
  let fewest = n + 1;
  for (let tries = BLOCK_TRIES; ;) {
    const step = solveOnPassive(problem, sets);
    const wrong = negatives(step).concat(rising(problem, step, sets));
    if (wrong.length === 0) return withoutNegatives(step, true);
    tries = wrong.length < fewest ? BLOCK_TRIES : tries - 1;
    fewest = Math.min(fewest, wrong.length);
    if (tries < 0) return descend(problem, step, sets);
    for (const i of wrong) sets.isPassive[i] = sets.isPassive[i] === 1 ? 0 : 1;
  }
}

/** From the positive part of a step down to the minimum: frees what would rise, until nothing does. */
function descend(problem: NonNegativeProblem, from: Step, sets: Sets): NonNegativeSolution {
  const n = problem.linear.length;
  const x = from.x.map((value) => Math.max(0, value));
  for (let i = 0; i < n; i += 1) sets.isPassive[i] = (x[i] ?? 0) > 0 ? 1 : 0;
  let step = moveAlong(problem, x, sets);
  for (let round = 0; round < 3 * n; round += 1) {
    const freed = rising(problem, step, sets);
    for (const i of freed) sets.isPassive[i] = 1;
    if (freed.length > 0) step = moveAlong(problem, x, sets);
    // What falls back to zero at once rose by rounding alone.
    if (freed.every((i) => x[i] === 0)) return withoutNegatives(step, true);
  }
  return withoutNegatives(step, false);
}

/** Moves x to the minimum over the passive unknowns; those that reach zero on the way leave the set. */
function moveAlong(problem: NonNegativeProblem, x: Float64Array, sets: Sets): Step {
  for (;;) {
    const step = solveOnPassive(problem, sets);
    const blocking = negatives(step);
    if (blocking.length === 0) {
      x.set(step.x);
      return step;
    }
    const shares = blocking.map((i) => (x[i] ?? 0) / ((x[i] ?? 0) - (step.x[i] ?? 0)));
    const share = Math.min(...shares);
    for (let i = 0; i < x.length; i += 1) x[i] = (x[i] ?? 0) + share * ((step.x[i] ?? 0) - (x[i] ?? 0));
    blocking.forEach((i, at) => {
      if ((shares[at] ?? 1) > share) return;
      x[i] = 0;
      sets.isPassive[i] = 0;
    });
  }
}

type Step = Omit<NonNegativeSolution, 'converged'>;

/** The unconstrained minimum over the passive unknowns. Those that depend on others leave the set for good. */
function solveOnPassive(problem: NonNegativeProblem, { isPassive, isDependent }: Sets): Step {
  for (;;) {
    const passive = indexesOf(isPassive);
    const factor = subMatrix(problem.gram, problem.linear.length, passive);
    const dependent = mutateToCholesky(factor, passive.length);
    if (dependent < 0) return { ...solutionOf(problem, passive, factor), passive, factor };
    const index = passive[dependent] ?? 0;
    isPassive[index] = 0;
    isDependent[index] = 1;
  }
}

function indexesOf(flags: Uint8Array): Int32Array {
  const indexes = new Int32Array(flags.length);
  let count = 0;
  for (let i = 0; i < flags.length; i += 1) if (flags[i] === 1) indexes[count++] = i;
  return indexes.slice(0, count);
}

function subMatrix(matrix: Float64Array, n: number, indexes: Int32Array): Float64Array {
  const size = indexes.length;
  const part = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    const row = (indexes[i] ?? 0) * n;
    for (let j = 0; j <= i; j += 1) part[i * size + j] = matrix[row + (indexes[j] ?? 0)] ?? NaN;
  }
  return part;
}

function solutionOf(
  { gram, linear }: NonNegativeProblem,
  passive: Int32Array,
  factor: Float64Array,
): Pick<Step, 'x' | 'gradient'> {
  const n = linear.length;
  const values = Float64Array.from(passive, (i) => linear[i] ?? NaN);
  mutateToSolution(factor, passive.length, values);
  const x = new Float64Array(n);
  passive.forEach((index, k) => (x[index] = values[k] ?? NaN));
  const gradient = new Float64Array(n);
  let next = 0;
  for (let i = 0; i < n; i += 1) {
    if (passive[next] === i) next += 1;
    else gradient[i] = slopeOf(gram, i * n, passive, values) - (linear[i] ?? NaN);
  }
  return { x, gradient };
}

/** A row of H times x; `row` is where it begins. */
function slopeOf(gram: Float64Array, row: number, passive: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < passive.length; k += 1)
    sum += (gram[row + (passive[k] ?? 0)] ?? NaN) * (values[k] ?? NaN);
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Passive unknowns below zero. */
function negatives({ x, passive }: Step): number[] {
  const lowest = -TOLERANCE * largest(x);
  const found: number[] = [];
  for (const i of passive) if ((x[i] ?? 0) < lowest) found.push(i);
  return found;
}

/** Unknowns held at zero that would rise. */
function rising(
  { linear }: NonNegativeProblem,
  { gradient }: Step,
  { isPassive, isDependent }: Sets,
): number[] {
  const steepest = -TOLERANCE * largest(linear);
  const found: number[] = [];
  for (let i = 0; i < gradient.length; i += 1)
    if (isPassive[i] === 0 && isDependent[i] === 0 && (gradient[i] ?? 0) < steepest) found.push(i);
  return found;
}

function withoutNegatives(step: Step, converged: boolean): NonNegativeSolution {
  return { ...step, x: step.x.map((value) => Math.max(0, value)), converged };
}
