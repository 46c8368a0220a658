/**
 * 95 % band of γ: the posterior of the weights, with the penalty as prior and the noise of the residuals, cut off at
 * zero. Where a weight is held at zero its upper end follows from the slope of the sum of squares there.
 */
import { basisStencil } from '#core/eis/drtBasis.ts';
import { effectiveParameters, type DrtSolution } from '#core/eis/drtLambda.ts';
import type { DrtSystem } from '#core/eis/drtSystem.ts';
import { inverseElement, inverseTransposed } from '#core/numeric/cholesky.ts';

const TWO_SIDED = 1.96;
/** −ln 0.05: the one-sided 95 % point of an exponential. */
const ONE_SIDED = 2.996;

export interface DrtBand {
  readonly lower_ohm: Float64Array;
  readonly upper_ohm: Float64Array;
}

export function drtBand(system: DrtSystem, solution: DrtSolution, gamma_ohm: Float64Array): DrtBand {
  const variance =
    solution.residualSquared / Math.max(1, system.rows - effectiveParameters(system, solution));
  const spread = spreadOfGamma(system, solution, variance);
  const held = heldAtZero(system, solution, variance);
  const lower_ohm = gamma_ohm.map((gamma, m) =>
    Math.max(0, gamma - TWO_SIDED * (spread[m] ?? 0) * system.scale_ohm),
  );
  const upper_ohm = gamma_ohm.map(
    (gamma, m) => gamma + Math.max(TWO_SIDED * (spread[m] ?? 0), held[m] ?? 0) * system.scale_ohm,
  );
  return { lower_ohm, upper_ohm };
}

/** Standard deviation of γ at each node from the weights that are above zero. */
function spreadOfGamma(system: DrtSystem, { passive, factor }: DrtSolution, variance: number): Float64Array {
  const stencil = basisStencil(system.basis, system.grid.step);
  const size = passive.length;
  const transposed = inverseTransposed(factor, size);
  return Float64Array.from(system.grid.tau_s.keys(), (node) => {
    const near = [...passive.keys()].filter((a) => Math.abs((passive[a] ?? 0) - node) < stencil.length);
    let sum = 0;
    for (const a of near) {
      for (const b of near) {
        const weights =
          (stencil[Math.abs((passive[a] ?? 0) - node)] ?? 0) *
          (stencil[Math.abs((passive[b] ?? 0) - node)] ?? 0);
        sum += weights * inverseElement(transposed, size, a, b);
      }
    }
    return Math.sqrt(variance * Math.max(0, sum));
  });
}

/** Half-normal or exponential upper end, whichever is lower, of weights held at zero; 0 for the others. */
function heldAtZero(
  system: DrtSystem,
  { gradient, passive, lambda }: DrtSolution,
  variance: number,
): Float64Array {
  const isPassive = new Set(passive);
  return Float64Array.from(system.grid.tau_s.keys(), (node) => {
    if (isPassive.has(node)) return 0;
    const curvature = (system.gram[node * system.unknowns + node] ?? NaN) + lambda * (system.band[0] ?? 0);
    const flat = TWO_SIDED * Math.sqrt(variance / curvature);
    const steep = (ONE_SIDED * variance) / (gradient[node] ?? 0);
    return Math.min(flat, steep);
  });
}
