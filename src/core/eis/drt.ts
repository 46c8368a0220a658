/**
 * Distribution of relaxation times by Tikhonov regularisation with γ ≥ 0:
 * Z = R∞ + jωL + 1/(jωC) + ∫ γ(ln τ)/(1 + jωτ) d ln τ, weighted by 1/|Z|.
 * Works at any frequencies: nothing gains from a log-even grid, nothing is lost off it.
 */
import { drtBand } from '#core/eis/drtBand.ts';
import { basisStencil, timesBand } from '#core/eis/drtBasis.ts';
import {
  chooseByCrossValidation,
  chooseByLCurve,
  effectiveParameters,
  solveDrt,
  crossValidation,
  type DrtSolution,
  type LambdaChoice,
} from '#core/eis/drtLambda.ts';
import { drtPeaks } from '#core/eis/drtPeaks.ts';
import type { Drt, DrtBasis, LambdaRule } from '#core/eis/drtResult.ts';
import { drtSystem, type DrtSystem } from '#core/eis/drtSystem.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

export interface DrtOptions {
  readonly basis?: DrtBasis;
  /** Which derivative of γ is kept small. */
  readonly derivative?: 1 | 2;
  /** A number is λ by hand. */
  readonly lambda?: 'gcv' | 'l-curve' | number;
  readonly pointsPerDecade?: number;
  /** `auto`: where −Z'' still rises towards the lowest frequency by more than a resistive tail does. */
  readonly seriesCapacitance?: 'auto' | 'with' | 'without';
  readonly band?: boolean;
}

/** Fewest points from which a distribution is computed. */
export const FEWEST_DRT_POINTS = 6;
const TAIL_PHASE = Math.PI / 4;

/** Null when there are fewer than FEWEST_DRT_POINTS points. */
export function computeDrt(spectrum: Spectrum, options: DrtOptions = {}): Drt | null {
  if (spectrum.frequency_Hz.length < FEWEST_DRT_POINTS) return null;
  const { basis = 'piecewise-linear', derivative = 2, lambda = 'gcv', pointsPerDecade = 10 } = options;
  const { seriesCapacitance = 'auto', band = true } = options;
  const hasCapacitance =
    seriesCapacitance === 'auto' ? hasCapacitiveTail(spectrum) : seriesCapacitance === 'with';
  const system = drtSystem(spectrum, { basis, derivative, pointsPerDecade, hasCapacitance });
  const { solution, sweep } = choose(system, lambda);
  const gamma_ohm = gammaOf(system, solution);
  const points = spectrum.frequency_Hz.length;
  return {
    basis,
    lambdaRule: ruleOf(lambda),
    lambda: solution.lambda,
    sweep,
    tau_s: system.grid.tau_s,
    gamma_ohm,
    lower_ohm: null,
    upper_ohm: null,
    ...(band ? drtBand(system, solution, gamma_ohm) : {}),
    ...seriesElements(system, solution),
    polarisationResistance_ohm: gamma_ohm.reduce((sum, gamma) => sum + gamma, 0) * system.grid.step,
    peaks: drtPeaks(
      { tau_s: system.grid.tau_s, gamma_ohm },
      {
        noise: noiseOf(system, solution),
        shortestTau_s: 1 / system.omegaMax,
        longestTau_s: 1 / system.omegaMin,
      },
    ),
    residualRe: solution.residual.slice(0, points),
    residualIm: solution.residual.slice(points),
  };
}

function ruleOf(lambda: 'gcv' | 'l-curve' | number): LambdaRule {
  return typeof lambda === 'number' ? 'by-hand' : lambda;
}

function choose(system: DrtSystem, lambda: 'gcv' | 'l-curve' | number): LambdaChoice {
  if (lambda === 'gcv') return chooseByCrossValidation(system);
  if (lambda === 'l-curve') return chooseByLCurve(system);
  const solution = solveDrt(system, lambda);
  const { residualSquared, roughness } = solution;
  return {
    solution,
    sweep: [{ lambda, gcv: crossValidation(system, solution), residualSquared, roughness }],
  };
}

/** At the lowest frequency −Z'' is the highest of all and stands steeper than a diffusion tail. */
function hasCapacitiveTail({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum): boolean {
  const byFrequency = [...frequency_Hz.keys()].sort(
    (a, b) => (frequency_Hz[a] ?? 0) - (frequency_Hz[b] ?? 0),
  );
  const [lowest = 0] = byFrequency;
  // Over the lowest third of a decade the noise of single points no longer decides.
  const next = byFrequency.find((k) => (frequency_Hz[k] ?? 0) > 2 * (frequency_Hz[lowest] ?? 0)) ?? lowest;
  const reactance = -(zIm_ohm[lowest] ?? 0);
  const isHighest = zIm_ohm.every((im) => -im <= reactance * 1.001);
  const rise = Math.atan2(reactance + (zIm_ohm[next] ?? 0), (zRe_ohm[lowest] ?? 0) - (zRe_ohm[next] ?? 0));
  return isHighest && rise > TAIL_PHASE * 1.1;
}

function gammaOf({ grid, basis, scale_ohm }: DrtSystem, { x }: DrtSolution): Float64Array {
  const values = timesBand(basisStencil(basis, grid.step), x, grid.tau_s.length);
  return values.map((value) => value * scale_ohm);
}

function seriesElements(
  { grid, scale_ohm, omegaMax, omegaMin, hasCapacitance }: DrtSystem,
  { x }: DrtSolution,
): Pick<Drt, 'rInfinity_ohm' | 'inductance_H' | 'seriesCapacitance_F'> {
  const nodes = grid.tau_s.length;
  const elastance = hasCapacitance ? (x[nodes + 2] ?? 0) * scale_ohm * omegaMin : 0;
  return {
    rInfinity_ohm: (x[nodes] ?? NaN) * scale_ohm,
    inductance_H: ((x[nodes + 1] ?? NaN) * scale_ohm) / omegaMax,
    seriesCapacitance_F: elastance > 0 ? 1 / elastance : null,
  };
}

/** Standard deviation of the residuals, freed from the parameters spent. */
function noiseOf(system: DrtSystem, solution: DrtSolution): number {
  const free = Math.max(1, system.rows - effectiveParameters(system, solution));
  return Math.sqrt(solution.residualSquared / free);
}
