/**
 * The interval of a parameter from its profile: held at a value, all others fitted again, the weighted sum of squares
 * S rises from its least, S0. The ends are where S = S0(1 + F/ν), with F the 95 % quantile of the F distribution for 1
 * and ν = 2N − p degrees of freedom, the square of Student's two-sided t (Bates and Watts, Nonlinear Regression
 * Analysis and Its Applications, Wiley 1988, ch. 6). It needs no linear model near the minimum.
 */
import { circuitResiduals } from '#core/eis/circuitResiduals.ts';
import {
  coordinatesOf,
  fillValues,
  fitParameters,
  fromScale,
  toScale,
  type FittedParameter,
  type ParameterRelation,
} from '#core/eis/fitParameters.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import { searchCircuit, type CircuitFit } from '#core/eis/searchCircuit.ts';
import { leastSquares } from '#core/numeric/leastSquares.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

/** First step from the optimum on the scale of the fit; each further one is twice as long. */
const FIRST_STEP = 1e-3;
const BISECTIONS = 36;
/** Fine against the rise that is looked for, which is a few percent of the sum of squares. */
const TOLERANCE = 1e-10;

interface ProfilePoint {
  /** On the scale of the fit. */
  readonly x: number;
  /** Natural values of all parameters, from which the next point is fitted. */
  readonly values: Float64Array;
  readonly isAllowed: boolean;
}

interface Profile {
  readonly fit: CircuitFit;
  readonly fitted: FittedParameter;
  readonly j: number;
  readonly allowed: number;
  refits: number;
  failedRefits: number;
}

/** Null when there are not more data than parameters, or the parameter is locked or not in the circuit. */
export function profileInterval({ parameter, ...request }: IntervalRequest): ParameterInterval | null {
  const fit = searchCircuit({ ...request, maxStarts: 1 });
  const name = rootOf(parameter, request.relations ?? []);
  const j = fit?.parameters.all.findIndex((one) => one.parameter.name === name) ?? -1;
  const fitted = fit?.parameters.all[j];
  if (!fit || !fitted || fitted.isFixed) return null;
  const degrees = 2 * fit.model.points - fit.parameters.free.length;
  const allowed = fit.search.best.sumOfSquares * (1 + studentQuantile(degrees, 0.95) ** 2 / degrees);
  const profile: Profile = { fit, fitted, j, allowed, refits: 0, failedRefits: 0 };
  const value = fit.values[j] ?? NaN;
  const lower95 = endOf(profile, -1);
  const upper95 = endOf(profile, 1);
  const { refits, failedRefits } = profile;
  return { method: 'profile', parameter, value, lower95, upper95, refits, failedRefits };
}

/** A parameter that equals another has that one's profile. */
function rootOf(name: string, relations: readonly ParameterRelation[]): string {
  const above = relations.find(({ kind, right }) => kind === 'equal' && right === name);
  return above ? rootOf(above.left, relations) : name;
}

/** Natural value where the profile leaves what is allowed; null when the parameter's own limit comes first. */
function endOf(profile: Profile, side: -1 | 1): number | null {
  const { fitted, fit, j } = profile;
  const limit = side < 0 ? fitted.lower : fitted.upper;
  let inside: ProfilePoint = {
    x: toScale(fitted.parameter, fit.values[j] ?? NaN),
    values: fit.values,
    isAllowed: true,
  };
  for (let step = FIRST_STEP; side * (limit - inside.x) > 0; step *= 2) {
    const x = side < 0 ? Math.max(inside.x - step, limit) : Math.min(inside.x + step, limit);
    const next = pointAt(profile, x, inside.values);
    if (!next.isAllowed) return edge(profile, inside, next);
    inside = next;
  }
  return null;
}

function edge(profile: Profile, inside: ProfilePoint, outside: ProfilePoint): number {
  let [near, far] = [inside, outside];
  for (let round = 0; round < BISECTIONS; round += 1) {
    const middle = pointAt(profile, (near.x + far.x) / 2, near.values);
    if (middle.isAllowed) near = middle;
    else far = middle;
  }
  return fromScale(profile.fitted.parameter, (near.x + far.x) / 2);
}

/** The least sum of squares with the parameter at x, the others fitted from where the neighbouring point ended. */
function pointAt(profile: Profile, x: number, from: Float64Array): ProfilePoint {
  const { fit, fitted, j, allowed } = profile;
  const { model, weights, request } = fit;
  const held = fromScale(fitted.parameter, x);
  const { settings, relations } = holding(fit, fitted.parameter.name, held);
  const parameters = fitParameters(model.parameters, settings, relations);
  const fixedValues = from.with(j, held);
  const residuals = circuitResiduals({
    model,
    spectrum: request.spectrum,
    weights,
    parameters,
    fixedValues,
  });
  const { lower, upper } = parameters;
  const options = { lower, upper, maxIterations: 200, tolerance: TOLERANCE };
  const solution = leastSquares(residuals, coordinatesOf(parameters, fixedValues), options);
  profile.refits += 1;
  if (solution.status === 'iteration-limit') profile.failedRefits += 1;
  const values = new Float64Array(fixedValues.length);
  fillValues(parameters, solution.parameters, fixedValues, values);
  return { x, values, isAllowed: solution.sumOfSquares <= allowed };
}

/** What hangs on the held parameter follows it; what it must not fall below gets it as its upper limit. */
function holding({ request }: CircuitFit, name: string, value: number) {
  const { circuit, relations = [] } = request;
  const settings = { ...circuit.settings, [name]: { value, fixed: true, lower: null, upper: null } };
  const above = relations.find(({ right }) => right === name);
  const own = above && circuit.settings[above.left];
  if (above && own?.fixed !== true) {
    const upper = Math.min(own?.upper ?? Infinity, value);
    settings[above.left] = { value: own?.value ?? null, fixed: false, lower: own?.lower ?? null, upper };
  }
  return { settings, relations: relations.filter(({ right }) => right !== name) };
}
