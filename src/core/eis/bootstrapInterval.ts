/**
 * The interval of a parameter from refits to resampled residuals (Efron and Tibshirani, An Introduction to the
 * Bootstrap, Chapman & Hall 1993, ch. 9 and 13): the weighted residuals of whole points (Z' and Z'' together), widened
 * by √(2N/(2N − p)), are drawn with replacement, added to the fitted curve, and the circuit is fitted again from the
 * optimum. The ends are percentiles. Points are resampled, not cells: it says nothing of how cells differ.
 */
import { circuitResiduals } from '#core/eis/circuitResiduals.ts';
import { coordinatesOf, fillValues, toScale, type FittedParameter } from '#core/eis/fitParameters.ts';
import { describeFit } from '#core/eis/describeFit.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import { searchCircuit, type CircuitFit } from '#core/eis/searchCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { leastSquares } from '#core/numeric/leastSquares.ts';
import { quantileOf } from '#core/numeric/quantile.ts';
import { seededRandom } from '#core/numeric/seededRandom.ts';

export interface BootstrapOptions {
  /** One fewer than a multiple of 40 puts both percentiles on a refit. */
  readonly replicates?: number;
  readonly seed?: number;
}

export interface BootstrapRequest extends IntervalRequest {
  readonly bootstrap?: BootstrapOptions;
}

const REPLICATES = 399;
const SEED = 20261123;
const TAIL = 0.025;
/** A percentile this close to a limit, on the scale of the fit, is set by the limit. */
const AT_LIMIT = 1e-9;

/**
 * Null when there are not more data than parameters, when the parameter is locked or not in the circuit, and when the
 * data do not determine it: refits then stay where they start, which would look like certainty.
 */
export function bootstrapInterval({
  parameter,
  bootstrap = {},
  ...request
}: BootstrapRequest): ParameterInterval | null {
  const fit = searchCircuit({ ...request, maxStarts: 1 });
  const j = fit?.parameters.all.findIndex((one) => one.parameter.name === parameter) ?? -1;
  const fitted = fit?.parameters.all[j];
  if (!fit || !fitted || fitted.isFixed) return null;
  if (describeFit(fit, { areSidesSought: false }).parameters[j]?.verdict !== 'determined') return null;
  const { values, failedRefits } = replicatesOf(fit, j, bootstrap);
  return {
    method: 'bootstrap',
    parameter,
    value: fit.values[j] ?? NaN,
    lower95: openAtLimit(fitted, quantileOf(values, TAIL)),
    upper95: openAtLimit(fitted, quantileOf(values, 1 - TAIL)),
    refits: values.length,
    failedRefits,
  };
}

function openAtLimit({ parameter, lower, upper }: FittedParameter, value: number): number | null {
  const x = toScale(parameter, value);
  return x > lower + AT_LIMIT && x < upper - AT_LIMIT ? value : null;
}

/** The parameter's value in each refit; NaN where it did not end. */
function replicatesOf(
  fit: CircuitFit,
  j: number,
  { replicates = REPLICATES, seed = SEED }: BootstrapOptions,
): { readonly values: Float64Array; readonly failedRefits: number } {
  const { uniform } = seededRandom(seed);
  const resample = resamplerOf(fit);
  const values = Float64Array.from({ length: replicates }, () => refit(fit, j, resample(uniform)));
  return { values, failedRefits: values.filter((value) => !Number.isFinite(value)).length };
}

function refit({ model, weights, parameters, values }: CircuitFit, j: number, spectrum: Spectrum): number {
  const problem = circuitResiduals({ model, spectrum, weights, parameters, fixedValues: values });
  const { lower, upper } = parameters;
  const solution = leastSquares(problem, coordinatesOf(parameters, values), { lower, upper });
  if (solution.status === 'iteration-limit') return NaN;
  const refitted = new Float64Array(values.length);
  fillValues(parameters, solution.parameters, values, refitted);
  return refitted[j] ?? NaN;
}

/** Makes spectra of the fitted curve and residuals of points drawn at random. */
function resamplerOf({ model, weights, parameters, values, request, search }: CircuitFit) {
  const { points } = model;
  const { residual } = search.best;
  const curve = model.evaluate(values, false);
  const [re, im] = [curve.re.slice(), curve.im.slice()];
  const widening = Math.sqrt((2 * points) / (2 * points - parameters.free.length));
  return (uniform: () => number): Spectrum => {
    const drawn = Int32Array.from({ length: points }, () => Math.floor(uniform() * points));
    // A residual is fitted minus measured.
    const part = (z: Float64Array, weight: Float64Array, offset: number) =>
      z.map(
        (value, k) => value - (widening * (residual[offset + (drawn[k] ?? 0)] ?? NaN)) / (weight[k] ?? NaN),
      );
    return {
      ...request.spectrum,
      zRe_ohm: part(re, weights.re, 0),
      zIm_ohm: part(im, weights.im, points),
    };
  };
}
