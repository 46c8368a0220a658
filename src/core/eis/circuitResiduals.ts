/** The residuals of a circuit against a spectrum as a least-squares problem, with analytic derivatives. */
import type { CircuitModel } from '#core/eis/circuitModel.ts';
import type { Response } from '#core/eis/element.ts';
import { dependence, fillValues, type FitParameters } from '#core/eis/fitParameters.ts';
import type { FitWeights } from '#core/eis/fitWeights.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { LeastSquaresProblem } from '#core/numeric/leastSquaresProblem.ts';

export interface CircuitResiduals extends LeastSquaresProblem {
  /** Weighted sum of squares at natural values of all parameters. */
  readonly sumOfSquaresAt: (values: Float64Array) => number;
}

export interface ResidualSources {
  readonly model: CircuitModel;
  readonly spectrum: Spectrum;
  readonly weights: FitWeights;
  readonly parameters: FitParameters;
  /** Natural values; those of fixed parameters are used. */
  readonly fixedValues: Float64Array;
}

/** Real residuals first, then imaginary ones: (Zmodel − Z)·√w. */
export function circuitResiduals(sources: ResidualSources): CircuitResiduals {
  const { model, parameters, fixedValues } = sources;
  const points = model.points;
  const values = new Float64Array(parameters.all.length);
  const scratch = new Float64Array(2 * points);
  return {
    residuals: 2 * points,
    evaluate(coordinates, residual, jacobian) {
      fillValues(parameters, coordinates, fixedValues, values);
      const wanted = jacobian.length > 0;
      const response = model.evaluate(values, wanted);
      fillResidual(sources, response, residual);
      if (wanted) fillJacobian(sources, { values, response }, jacobian);
    },
    sumOfSquaresAt(natural) {
      fillResidual(sources, model.evaluate(natural, false), scratch);
      let sum = 0;
      for (let i = 0; i < scratch.length; i += 1) sum += (scratch[i] ?? NaN) ** 2;
      return sum;
    },
  };
}

function fillResidual(
  { spectrum, weights }: ResidualSources,
  { re, im }: { readonly re: Float64Array; readonly im: Float64Array },
  residual: Float64Array,
): void {
  const points = re.length;
  for (let k = 0; k < points; k += 1) {
    residual[k] = ((re[k] ?? NaN) - (spectrum.zRe_ohm[k] ?? NaN)) * (weights.re[k] ?? NaN);
    residual[points + k] = ((im[k] ?? NaN) - (spectrum.zIm_ohm[k] ?? NaN)) * (weights.im[k] ?? NaN);
  }
}

/** By the chain rule: each coordinate moves the parameter it belongs to and those tied to that one. */
function fillJacobian(
  sources: ResidualSources,
  at: { readonly values: Float64Array; readonly response: Response },
  jacobian: Float64Array,
): void {
  const { all } = sources.parameters;
  if (all.some(({ base }) => base >= 0)) {
    fillTiedJacobian(sources, at, jacobian);
    return;
  }
  for (let j = 0; j < all.length; j += 1) {
    const fitted = all[j];
    if (!fitted || fitted.coordinate < 0) continue;
    const factor = fitted.parameter.scale === 'log' ? (at.values[j] ?? NaN) : 1;
    const column = columnOf(jacobian, fitted.coordinate, sources.weights);
    addColumn(at.response, sources.weights, { j, factor, isFirst: true }, column);
  }
}

function fillTiedJacobian(
  { weights, parameters }: ResidualSources,
  { values, response }: { readonly values: Float64Array; readonly response: Response },
  jacobian: Float64Array,
): void {
  const shares = dependence(parameters, values);
  const columns = parameters.free.length;
  jacobian.fill(0);
  for (const [j, { parameter }] of parameters.all.entries()) {
    const factor = parameter.scale === 'log' ? (values[j] ?? NaN) : 1;
    for (let i = 0; i < columns; i += 1) {
      const share = shares[j * columns + i] ?? 0;
      if (share === 0) continue;
      addColumn(
        response,
        weights,
        { j, factor: factor * share, isFirst: false },
        columnOf(jacobian, i, weights),
      );
    }
  }
}

function columnOf(jacobian: Float64Array, coordinate: number, { re }: FitWeights): Float64Array {
  return jacobian.subarray(coordinate * 2 * re.length, (coordinate + 1) * 2 * re.length);
}

/** `isFirst`: nothing else goes into this column, as where no parameter is tied to another. */
function addColumn(
  { dRe, dIm }: Response,
  { re, im }: FitWeights,
  { j, factor, isFirst }: { readonly j: number; readonly factor: number; readonly isFirst: boolean },
  column: Float64Array,
): void {
  const points = re.length;
  const from = j * points;
  for (let k = 0; k < points; k += 1) {
    const partRe = (dRe[from + k] ?? NaN) * factor * (re[k] ?? NaN);
    const partIm = (dIm[from + k] ?? NaN) * factor * (im[k] ?? NaN);
    column[k] = isFirst ? partRe : (column[k] ?? NaN) + partRe;
    column[points + k] = isFirst ? partIm : (column[points + k] ?? NaN) + partIm;
  }
}
