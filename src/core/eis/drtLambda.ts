/** The solution of a DRT system at one λ, and the choice of λ by generalised cross-validation or the L-curve. */
import { timesBand } from '#core/eis/drtBasis.ts';
import type { DrtSweepPoint } from '#core/eis/drtResult.ts';
import type { DrtSystem } from '#core/eis/drtSystem.ts';
import { inverseElement, inverseTransposed } from '#core/numeric/cholesky.ts';
import { nnls, type NonNegativeSolution } from '#core/numeric/nnls.ts';

export interface DrtSolution extends NonNegativeSolution {
  readonly lambda: number;
  /** (Z − Zfit)/|Z|, real rows first. */
  readonly residual: Float64Array;
  readonly residualSquared: number;
  /** xᵀ M x. */
  readonly roughness: number;
}

/** λ relative to the spectrum divided by its resistance scale. `start`: the passive set of a neighbouring λ. */
export function solveDrt(system: DrtSystem, lambda: number, start?: Int32Array): DrtSolution {
  const { unknowns, band, linear } = system;
  const gram = Float64Array.from(system.gram);
  const nodes = system.grid.tau_s.length;
  for (let i = 0; i < nodes; i += 1) {
    const end = Math.min(nodes - 1, i + band.length - 1);
    for (let j = Math.max(0, i - band.length + 1); j <= end; j += 1) {
      const index = i * unknowns + j;
      gram[index] = (gram[index] ?? NaN) + lambda * (band[Math.abs(i - j)] ?? NaN);
    }
  }
  const solution = nnls({ gram, linear }, start);
  const residual = residualOf(system, solution.x);
  const penalty = timesBand(band, solution.x, nodes);
  return {
    ...solution,
    lambda,
    residual,
    residualSquared: residual.reduce((sum, value) => sum + value * value, 0),
    roughness: penalty.reduce((sum, value, i) => sum + value * (solution.x[i] ?? NaN), 0),
  };
}

function residualOf({ design, data, rows }: DrtSystem, x: Float64Array): Float64Array {
  const residual = Float64Array.from(data);
  for (let i = 0; i < x.length; i += 1) {
    const value = x[i] ?? NaN;
    if (value === 0) continue;
    for (let r = 0; r < rows; r += 1)
      residual[r] = (residual[r] ?? NaN) - value * (design[i * rows + r] ?? NaN);
  }
  return residual;
}

/** Effective number of parameters: the trace of the matrix that makes the fit out of the data. */
export function effectiveParameters(
  { grid, band }: DrtSystem,
  { passive, factor, lambda }: DrtSolution,
): number {
  const size = passive.length;
  const nodes = grid.tau_s.length;
  const transposed = inverseTransposed(factor, size);
  let penalised = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a; b < size; b += 1) {
      const apart = (passive[b] ?? 0) - (passive[a] ?? 0);
      if (apart >= band.length || (passive[b] ?? 0) >= nodes) break;
      const element = inverseElement(transposed, size, a, b) * (band[apart] ?? 0);
      penalised += a === b ? element : 2 * element;
    }
  }
  return size - lambda * penalised;
}

/** Generalised cross-validation: (1/n)‖r‖² / (1 − p/n)²; Golub, Heath and Wahba, Technometrics 21 (1979) 215. */
export function crossValidation(system: DrtSystem, solution: DrtSolution): number {
  const n = system.rows;
  const share = 1 - effectiveParameters(system, solution) / n;
  return solution.residualSquared / n / share ** 2;
}

export interface LambdaChoice {
  readonly solution: DrtSolution;
  readonly sweep: readonly DrtSweepPoint[];
}

/** λ at most and at least, and how much larger than the least the cross-validation of a smoother γ may be. */
const LARGEST = 1;
const DECADES = 7;
const AS_GOOD = 1.05;

interface Tried {
  readonly solution: DrtSolution;
  readonly point: DrtSweepPoint;
}

function tryLambda(system: DrtSystem, lambda: number, start?: Int32Array): Tried {
  const solution = solveDrt(system, lambda, start);
  const { residualSquared, roughness } = solution;
  return {
    solution,
    point: { lambda, gcv: crossValidation(system, solution), residualSquared, roughness },
  };
}

/** From the largest λ down, each problem starting at the passive set of the one before. */
function sweepDown(system: DrtSystem, stepsPerDecade: number): Tried[] {
  const tried: Tried[] = [];
  for (let step = 0; step <= DECADES * stepsPerDecade; step += 1) {
    const lambda = LARGEST * 10 ** (-step / stepsPerDecade);
    tried.push(tryLambda(system, lambda, tried.at(-1)?.solution.passive));
  }
  return tried;
}

/**
 * The largest λ whose cross-validation is within 5 % of the least: the minimum is flat, and its lower end rings.
 * Decades first, then half decades about the least and about the choice.
 */
export function chooseByCrossValidation(system: DrtSystem): LambdaChoice {
  const tried = sweepDown(system, 1);
  refineAbout(system, tried, leastOf(tried));
  refineAbout(system, tried, smoothest(tried));
  return { solution: smoothest(tried).solution, sweep: tried.map(({ point }) => point) };
}

function leastOf(tried: readonly Tried[]): Tried {
  return tried.reduce((least, each) => (each.point.gcv < least.point.gcv ? each : least));
}

function smoothest(tried: readonly Tried[]): Tried {
  const least = leastOf(tried);
  return tried.find(({ point }) => point.gcv <= AS_GOOD * least.point.gcv) ?? least;
}

/** Adds half a decade above and below, in the order of λ. */
function refineAbout(system: DrtSystem, tried: Tried[], { solution }: Tried): void {
  for (const factor of [Math.sqrt(10), Math.sqrt(0.1)]) {
    const lambda = solution.lambda * factor;
    const known = tried.some(({ point }) => Math.abs(Math.log(point.lambda / lambda)) < 0.1);
    if (known || lambda > LARGEST) continue;
    const after = tried.findIndex(({ point }) => point.lambda < lambda);
    tried.splice(after < 0 ? tried.length : after, 0, tryLambda(system, lambda, solution.passive));
  }
}

/** The corner of log residual against log roughness: Hansen and O'Leary, SIAM J. Sci. Comput. 14 (1993) 1487. */
export function chooseByLCurve(system: DrtSystem): LambdaChoice {
  const tried = sweepDown(system, 2);
  const sweep = tried.map(({ point }) => point);
  const bends = sweep.map((_, i) => bendAt(sweep, i));
  const corner = bends.reduce((best, bend, i) => (bend > (bends[best] ?? -Infinity) ? i : best), 0);
  return { solution: (tried[corner] ?? leastOf(tried)).solution, sweep };
}

/** Signed curvature through three neighbouring points of the L-curve; −∞ at its ends. */
function bendAt(sweep: readonly DrtSweepPoint[], i: number): number {
  const points = [sweep[i + 1], sweep[i], sweep[i - 1]].map((each) =>
    each ? { u: Math.log(each.residualSquared) / 2, v: Math.log(each.roughness) / 2 } : null,
  );
  const [a, b, c] = points;
  if (!a || !b || !c) return -Infinity;
  const cross = (b.u - a.u) * (c.v - b.v) - (b.v - a.v) * (c.u - b.u);
  const lengths =
    Math.hypot(b.u - a.u, b.v - a.v) * Math.hypot(c.u - b.u, c.v - b.v) * Math.hypot(c.u - a.u, c.v - a.v);
  return lengths > 0 ? (2 * cross) / lengths : -Infinity;
}
