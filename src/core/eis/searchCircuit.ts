/** Weighted complex least squares of a circuit on transformed parameters within their limits, from many starts. */
import type { Circuit } from '#core/eis/circuit.ts';
import type { CircuitModel } from '#core/eis/circuitModel.ts';
import { circuitResiduals, type CircuitResiduals } from '#core/eis/circuitResiduals.ts';
import {
  coordinatesOf,
  fillValues,
  fitParameters,
  type FitParameters,
  type ParameterRelation,
} from '#core/eis/fitParameters.ts';
import type { Weighting } from '#core/eis/fitResult.ts';
import { fitWeights, type FitWeights } from '#core/eis/fitWeights.ts';
import { multiStart, type MultiStartSolution } from '#core/eis/multiStart.ts';
import { preparedCircuit } from '#core/eis/preparedCircuit.ts';
import { createRelaxationScreen, type RelaxationScreen } from '#core/eis/relaxationScreen.ts';
import { sortArcs } from '#core/eis/sortArcs.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { startValues } from '#core/eis/startValues.ts';

export interface FitRequest {
  /** Without the points that are left out. */
  readonly spectrum: Spectrum;
  /** Values in its settings are the first start (fixed ones stay). */
  readonly circuit: Circuit;
  readonly weighting?: Weighting;
  readonly relations?: readonly ParameterRelation[];
  /** Most local searches; 1 = from the given values alone where all are given. */
  readonly maxStarts?: number;
  readonly seed?: number;
  readonly maxIterations?: number;
  /** Of the same spectrum: given where several circuits are compared on it. */
  readonly screen?: RelaxationScreen;
}

/** A fit with what its statistics are made from. */
export interface CircuitFit {
  readonly request: FitRequest;
  readonly model: CircuitModel;
  readonly weights: FitWeights;
  readonly weighting: Weighting;
  readonly parameters: FitParameters;
  /** Natural values of all parameters. */
  readonly values: Float64Array;
  readonly residuals: CircuitResiduals;
  readonly search: MultiStartSolution;
}

export const DEFAULT_STARTS = 14;
const AGREEING_STARTS = 6;
/** Share of the sum of squares: far below what the noise leaves open, and steps near the end gain digits twice over. */
const TOLERANCE = 1e-8;
/** A single search helps itself out of places where a branch of the circuit died; many searches need not. */
const RESTARTS_OF_ONE = 2;
const DEFAULT_SEED = 20240920;

/** Null when there are not more data (two a point) than free parameters. */
export function searchCircuit(request: FitRequest): CircuitFit | null {
  const { spectrum, circuit, weighting = 'modulus', relations = [], maxIterations = 200 } = request;
  const model = preparedCircuit(circuit, spectrum.frequency_Hz);
  const parameters = fitParameters(model.parameters, circuit.settings, relations);
  if (2 * model.points <= parameters.free.length) return null;
  const weights = fitWeights(spectrum, weighting);
  const fixedValues = Float64Array.from(model.parameters, ({ name }) => circuit.settings[name]?.value ?? NaN);
  const residuals = circuitResiduals({ model, spectrum, weights, parameters, fixedValues });
  const { maxStarts = DEFAULT_STARTS } = request;
  const starts = startsOf(request, model, residuals).map((values) => coordinatesOf(parameters, values));
  const { lower, upper } = parameters;
  const options = {
    lower,
    upper,
    maxIterations,
    maxStarts,
    agreeing: AGREEING_STARTS,
    tolerance: TOLERANCE,
    maxRestarts: starts.length === 1 || maxStarts === 1 ? RESTARTS_OF_ONE : 0,
  };
  const found = multiStart(residuals, starts, options);
  const values = new Float64Array(model.parameters.length);
  fillValues(parameters, found.best.parameters, fixedValues, values);
  const movable = parameters.all.map(
    ({ isFixed, base }, j) =>
      !isFixed &&
      base < 0 &&
      !parameters.all.some((other) => other.base === j) &&
      !hasOwnLimits(circuit, model, j),
  );
  const sorted = sortArcs(circuit.root, model.parameters, { values, movable });
  const search = sorted.every((value, j) => value === values[j])
    ? found
    : moved(found, residuals, coordinatesOf(parameters, sorted));
  return { request, model, weights, weighting, parameters, values: sorted, residuals, search };
}

/** A parameter with limits of the user's own stays where it is. */
function hasOwnLimits({ settings }: Circuit, model: CircuitModel, j: number): boolean {
  const setting = settings[model.parameters[j]?.name ?? ''];
  return setting !== undefined && (setting.lower !== null || setting.upper !== null);
}

/** The same minimum with its arcs in another order. */
function moved(
  found: MultiStartSolution,
  residuals: CircuitResiduals,
  coordinates: Float64Array,
): MultiStartSolution {
  const residual = new Float64Array(found.best.residual.length);
  const jacobian = new Float64Array(found.best.jacobian.length);
  residuals.evaluate(coordinates, residual, jacobian);
  return { ...found, best: { ...found.best, parameters: coordinates, residual, jacobian } };
}

/** The given values first, completed from the best automatic start; then the automatic ones. */
function startsOf(
  request: FitRequest,
  model: CircuitModel,
  residuals: CircuitResiduals,
): readonly Float64Array[] {
  const { spectrum, circuit, maxStarts = DEFAULT_STARTS, seed = DEFAULT_SEED } = request;
  const given = model.parameters.map(({ name }) => circuit.settings[name]?.value ?? null);
  const isComplete = given.every((value) => value !== null);
  if (isComplete && maxStarts === 1) return [Float64Array.from(given)];
  const misfitAt = residuals.sumOfSquaresAt;
  const screen = request.screen ?? createRelaxationScreen(spectrum);
  const found = startValues({ spectrum, circuit, parameters: model.parameters, misfitAt, screen, seed });
  const automatic =
    found.length > 0 ? found : [Float64Array.from(model.parameters, ({ typical }) => typical)];
  const hold = (values: Float64Array, onlyFixed: boolean) =>
    values.map((value, j) => {
      const setting = circuit.settings[model.parameters[j]?.name ?? ''];
      return onlyFixed && setting?.fixed !== true ? value : (setting?.value ?? value);
    });
  const first = automatic[0];
  const isAnyGiven = given.some((value) => value !== null);
  return [
    ...(isAnyGiven && first ? [hold(first, false)] : []),
    ...automatic.map((values) => hold(values, true)),
  ];
}
