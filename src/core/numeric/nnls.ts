/**
 * Non-negative least squares from the normal equations: min ½ xᵀH x − qᵀx with x ≥ 0, H positive definite.
 * Block principal pivoting with Murty's single exchange as the way out of a cycle: Júdice and Pires, Comput. Oper. Res.
 * 21 (1994) 587; Kim and Park, SIAM J. Sci. Comput. 33 (2011) 3261. A sweep over a regularisation parameter starts
 * each problem at the passive set of the one before and then needs one or two factorisations.
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

/** Exchanges of whole blocks that may fail to reduce the number of violations before single exchanges begin. */
const BLOCK_TRIES = 3;
const TOLERANCE = 1e-13;

/** `start`: indexes that are probably above zero; all of them when nothing is known. */
export function nnls(
  problem: NonNegativeProblem,
  start: Int32Array = Int32Array.from(problem.linear.keys()),
): NonNegativeSolution {
  const n = problem.linear.length;
  const isPassive = new Uint8Array(n);
  for (const i of start) isPassive[i] = 1;
  const isDependent = new Uint8Array(n);
  let fewest = n + 1;
  let tries = BLOCK_TRIES;
  for (let round = 0; ; round += 1) {
    const step = solveOnPassive(problem, isPassive, isDependent);
    const wrong = violations(step, isPassive, isDependent);
    if (wrong.length === 0 || round > 20 * n + 50) return withoutNegatives(step, wrong.length === 0);
    if (wrong.length < fewest) {
      fewest = wrong.length;
      tries = BLOCK_TRIES;
    } else tries -= 1;
    const exchanged = tries >= 0 ? wrong : wrong.slice(-1);
    for (const i of exchanged) isPassive[i] = isPassive[i] === 1 ? 0 : 1;
  }
}

type Step = Omit<NonNegativeSolution, 'converged'>;

/** The unconstrained minimum over the passive unknowns. Those that depend on others leave the set for good. */
function solveOnPassive(problem: NonNegativeProblem, isPassive: Uint8Array, isDependent: Uint8Array): Step {
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
  const gradient = linear.map((value) => -value);
  for (let k = 0; k < passive.length; k += 1) {
    const index = passive[k] ?? 0;
    const value = values[k] ?? NaN;
    x[index] = value;
    for (let i = 0; i < n; i += 1) gradient[i] = (gradient[i] ?? NaN) + value * (gram[index * n + i] ?? NaN);
  }
  for (const index of passive) gradient[index] = 0;
  return { x, gradient };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Unknowns below zero, and those held at zero that would rise. */
function violations({ x, gradient }: Step, isPassive: Uint8Array, isDependent: Uint8Array): number[] {
  const lowest = -TOLERANCE * largest(x);
  const steepest = -TOLERANCE * largest(gradient);
  const wrong: number[] = [];
  for (let i = 0; i < x.length; i += 1) {
    const isWrong =
      isPassive[i] === 1 ? (x[i] ?? 0) < lowest : isDependent[i] === 0 && (gradient[i] ?? 0) < steepest;
    if (isWrong) wrong.push(i);
  }
  return wrong;
}

function withoutNegatives(step: Step, converged: boolean): NonNegativeSolution {
  return { ...step, x: step.x.map((value) => Math.max(0, value)), converged };
}
