/** Turns a finished search into what a person and a file are told of it. */
import type { CircuitFit } from '#core/eis/searchCircuit.ts';
import { fitCovariance } from '#core/numeric/fitCovariance.ts';
import { dependence, fromScale, toScale, type FittedParameter } from '#core/eis/fitParameters.ts';
import type { FitResult, FitWarning, ParameterEstimate } from '#core/eis/fitResult.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { informationCriteria } from '#core/numeric/informationCriteria.ts';
import { parameterVerdict } from '#core/eis/parameterVerdict.ts';
import { sumOfSquaresHolding } from '#core/eis/sumOfSquaresHolding.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';
import { eisWords } from '#core/text/eisWords.ts';

const CORRELATED = 0.95;
/** A coordinate this close to its limit, on the scale of the fit, is held by it. */
const AT_LIMIT = 1e-9;

interface Statistics {
  readonly variance: number;
  readonly degrees: number;
  readonly t: number;
  /** On the scale of the fit, all parameters × all parameters. */
  readonly covariance: Float64Array;
  readonly isSingular: boolean;
  readonly isHeld: readonly boolean[];
}

export interface DescribeOptions {
  /**
   * False: a parameter that the data fix poorly stays undetermined without a reason. Which side they object to takes dozens
   * of refits, and whether a parameter is determined, or at a limit, does not hang on it. Nothing to be shown.
   */
  readonly areSidesSought?: boolean;
}

export function describeFit(fit: CircuitFit, { areSidesSought = true }: DescribeOptions = {}): FitResult {
  const { model, parameters, values, weighting, search, request } = fit;
  const statistics = statisticsOf(fit);
  const free = [...parameters.free];
  const { sumOfSquares, status } = search.best;
  const curves = curvesOf(fit);
  const settings = Object.fromEntries(
    parameters.all.map(({ parameter, isFixed }, j) => {
      const given = request.circuit.settings[parameter.name];
      const limits = { lower: given?.lower ?? null, upper: given?.upper ?? null };
      return [parameter.name, { value: values[j] ?? NaN, fixed: isFixed, ...limits }];
    }),
  );
  const correlation = correlationOf(statistics, free, parameters.all.length);
  return {
    circuit: circuitText(request.circuit),
    cdc: formatCdc({ root: request.circuit.root, settings }).text,
    weighting,
    status,
    ending: eisWords.ending(status, { starts: search.starts, restarts: search.restarts }),
    iterations: search.best.iterations,
    points: model.points,
    parameters: parameters.all.map((fitted, j) => estimateOf(fit, statistics, { fitted, j, areSidesSought })),
    freeParameters: free.map((j) => model.parameters[j]?.name ?? ''),
    correlation,
    covariance: statistics.isSingular ? [] : naturalCovariance(fit, statistics, free),
    chiSquared_modulus: curves.chiSquared,
    reducedChiSquared: statistics.variance,
    ...informationCriteria(sumOfSquares, 2 * model.points, free.length),
    starts: search.starts,
    startsAtBest: search.startsAtBest,
    restarts: search.restarts,
    ...curves.arrays,
    warnings: warningsOf(fit, free, correlation),
  };
}

function statisticsOf({ model, parameters, values, search }: CircuitFit): Statistics {
  const { free, lower, upper, all } = parameters;
  const { jacobian, sumOfSquares, parameters: coordinates } = search.best;
  const degrees = 2 * model.points - free.length;
  const held = Array.from(
    coordinates,
    (u, i) => u <= (lower[i] ?? NaN) + AT_LIMIT || u >= (upper[i] ?? NaN) - AT_LIMIT,
  );
  const moving = [...held.keys()].filter((i) => held[i] === false);
  const variance = sumOfSquares / degrees;
  const { matrix, isSingular } = fitCovariance(jacobian, { coordinates: free.length, moving, variance });
  return {
    variance,
    degrees,
    t: studentQuantile(degrees, 0.95),
    covariance: sandwich(dependence(parameters, values), matrix, free.length),
    isSingular,
    isHeld: all.map(({ coordinate }) => coordinate >= 0 && held[coordinate] === true),
  };
}

/** M C Mᵀ */
function sandwich(m: Float64Array, c: Float64Array, columns: number): Float64Array {
  const rows = columns === 0 ? 0 : m.length / columns;
  return Float64Array.from({ length: rows * rows }, (_, at) => {
    const i = Math.floor(at / rows) * columns;
    const j = (at % rows) * columns;
    let sum = 0;
    for (let a = 0; a < columns; a += 1)
      for (let b = 0; b < columns; b += 1)
        sum += (m[i + a] ?? 0) * (c[a * columns + b] ?? 0) * (m[j + b] ?? 0);
    return sum;
  });
}

interface EstimateRequest {
  readonly fitted: FittedParameter;
  readonly j: number;
  readonly areSidesSought: boolean;
}

function estimateOf(
  fit: CircuitFit,
  { covariance, t, degrees, isHeld }: Statistics,
  { fitted, j, areSidesSought }: EstimateRequest,
): ParameterEstimate {
  const { parameter, isFixed } = fitted;
  const value = fit.values[j] ?? NaN;
  const known = { name: parameter.name, unit: parameter.unit, value, fixed: isFixed };
  if (isFixed)
    return { ...known, standardError: null, lower95: null, upper95: null, verdict: 'determined', reason: '' };
  const scaledError = Math.sqrt(covariance[j * fit.parameters.all.length + j] ?? NaN);
  const { verdict, reason, limit } = parameterVerdict(fitted, {
    value,
    scaledError,
    isHeld: isHeld[j] === true,
    sumOfSquaresWith: areSidesSought ? (x) => sumOfSquaresHolding(fit, j, x) : null,
    allowed: fit.search.best.sumOfSquares * (1 + t ** 2 / degrees),
  });
  const isSharp = verdict === 'determined';
  const x = toScale(parameter, value);
  const at = (shift: number) => fromScale(parameter, x + shift);
  const factor = parameter.scale === 'log' ? value : 1;
  return {
    ...known,
    standardError: isSharp ? factor * scaledError : null,
    lower95: isSharp ? at(-t * scaledError) : verdict === 'lower-bound' ? limit : null,
    upper95: isSharp ? at(t * scaledError) : verdict === 'upper-bound' ? limit : null,
    verdict,
    reason,
  };
}

function correlationOf({ covariance }: Statistics, free: readonly number[], all: number): readonly number[] {
  const element = (i: number, j: number) => covariance[i * all + j] ?? NaN;
  return free.flatMap((i) =>
    free.map((j) => {
      const size = Math.sqrt(element(i, i) * element(j, j));
      return i === j ? 1 : size > 0 ? element(i, j) / size : 0;
    }),
  );
}

function naturalCovariance(
  { parameters, values }: CircuitFit,
  { covariance }: Statistics,
  free: readonly number[],
): readonly number[] {
  const factor = (j: number) => (parameters.all[j]?.parameter.scale === 'log' ? (values[j] ?? NaN) : 1);
  return free.flatMap((i) =>
    free.map((j) => (covariance[i * parameters.all.length + j] ?? NaN) * factor(i) * factor(j)),
  );
}

function curvesOf({ model, values, request: { spectrum } }: CircuitFit) {
  const { re, im } = model.evaluate(values, false);
  const modulus = spectrum.zRe_ohm.map((z, k) => Math.hypot(z, spectrum.zIm_ohm[k] ?? NaN));
  const residual = (measured: Float64Array, fitted: Float64Array) =>
    measured.map((z, k) => (z - (fitted[k] ?? NaN)) / (modulus[k] ?? NaN));
  const residualRe = residual(spectrum.zRe_ohm, re);
  const residualIm = residual(spectrum.zIm_ohm, im);
  const square = (sum: number, value: number) => sum + value * value;
  return {
    chiSquared: residualRe.reduce(square, 0) + residualIm.reduce(square, 0),
    arrays: { fittedRe_ohm: re.slice(), fittedIm_ohm: im.slice(), residualRe, residualIm },
  };
}

function warningsOf(
  { model, search }: CircuitFit,
  free: readonly number[],
  correlation: readonly number[],
): readonly FitWarning[] {
  const nameOf = (i: number) => model.parameters[free[i] ?? -1]?.name ?? '';
  const warnings: FitWarning[] = [];
  for (let i = 0; i < free.length; i += 1) {
    for (let j = i + 1; j < free.length; j += 1) {
      const rho = correlation[i * free.length + j] ?? 0;
      if (Math.abs(rho) > CORRELATED)
        warnings.push({
          code: 'correlated',
          subject: `${nameOf(i)}, ${nameOf(j)}`,
          detail: eisWords.warning.correlated(rho),
        });
    }
  }
  const { status } = search.best;
  if (status !== 'converged') {
    const detail = status === 'stalled' ? eisWords.warning.stalled() : eisWords.warning.iterationLimit();
    warnings.push({ code: 'no-convergence', subject: '', detail });
  }
  if (2 * model.points < 3 * free.length)
    warnings.push({
      code: 'few-points',
      subject: '',
      detail: eisWords.warning.fewPoints(model.points, free.length),
    });
  return warnings;
}
