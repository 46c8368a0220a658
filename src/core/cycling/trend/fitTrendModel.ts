/**
 * The least-squares fit of one model of a course. The shape is looked for among its candidates, each with its linear
 * fit (variable projection: Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973) 413), and the best end is taken to the
 * minimum with all parameters at once. All shapes at which the sum of squares stays below S(1 + t²/ν), t Student's for
 * 95 %, are kept: from them every interval follows (profileHull.ts). Where neighbouring residuals are alike, t² is
 * multiplied by what that adds to the variance.
 */
import { designOf, fitAtShape, type FitAtShape } from '#core/cycling/trend/fitAtShape.ts';
import {
  residualCorrelation,
  residualsOf,
  varianceInflation,
  type ResidualCorrelation,
} from '#core/cycling/trend/residualCorrelation.ts';
import type { TrendModel, TrendShape } from '#core/cycling/trend/trendModel.ts';
import type { TrendData } from '#core/cycling/trend/trendPoint.ts';
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type { LeastSquaresProblem } from '#core/numeric/leastSquaresProblem.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

const LEVEL = 0.95;
const BISECTIONS = 16;
/** Shapes put between two neighbours that agree with the data, unless these are many already. */
const BETWEEN = 3;
const MANY = 40;
/** Share of the largest value below which scatter is rounding. */
const RESOLUTION = 1e-9;

export interface TrendFit<Name extends string = string> {
  readonly model: TrendModel<Name>;
  readonly data: TrendData;
  readonly best: FitAtShape;
  readonly degreesOfFreedom: number;
  /** Never below what rounding makes. */
  readonly sumOfSquares: number;
  readonly correlation: ResidualCorrelation;
  /** By which the correlation of neighbours widens variances. */
  readonly inflation: number;
  /** Sum of squares that shapes and coefficients within their 95 % intervals do not exceed. */
  readonly limit: number;
  /** Fits by ascending shape that do not exceed it. */
  readonly supported: readonly FitAtShape[];
  /** Whether even the first or last shape looked at agrees with the data. */
  readonly isOpen: { readonly below: boolean; readonly above: boolean };
}

/** Null where the data cannot determine the model or lead to what it is not named after. */
export function fitTrendModel<Name extends string>(
  model: TrendModel<Name>,
  data: TrendData,
): TrendFit<Name> | null {
  const scan = scanShapes(model, data);
  const coarse = bestOf(scan);
  if (!coarse) return null;
  const best = model.shape ? polish(model, data, coarse, scan) : coarse;
  if (!model.isMeant(best.coefficients)) return null;
  const degreesOfFreedom = data.t.length - best.coefficients.length - (model.shape ? 1 : 0);
  if (degreesOfFreedom < 1) return null;
  const scale = data.values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const floor = data.t.length * (RESOLUTION * scale) ** 2 || Number.MIN_VALUE;
  const sumOfSquares = Math.max(floor, best.sumOfSquares);
  const correlation = residualCorrelation(residualsOf(model, data, best));
  const inflation = varianceInflation(correlation, data.t.length, data.t.length - degreesOfFreedom);
  const reach = (inflation * studentQuantile(degreesOfFreedom, LEVEL) ** 2) / degreesOfFreedom;
  const limit = sumOfSquares * (1 + reach);
  const common = { model, data, best, degreesOfFreedom, sumOfSquares, correlation, inflation, limit };
  if (!model.shape) return { ...common, supported: [best], isOpen: { below: false, above: false } };
  return { ...common, ...supportedShapes({ model, data, scan, limit }, best) };
}

function scanShapes(model: TrendModel, data: TrendData): FitAtShape[] {
  const shapes = model.shape ? model.shape.candidates(data.t) : [0];
  return shapes.flatMap((shape) => fitAtShape(model, data, shape) ?? []);
}

function bestOf(fits: readonly FitAtShape[]): FitAtShape | undefined {
  return fits.reduce<FitAtShape | undefined>(
    (best, fit) => (best && best.sumOfSquares <= fit.sumOfSquares ? best : fit),
    undefined,
  );
}

/** The minimum near the best candidate; for a stepwise shape the best of the shapes around it. */
function polish(
  model: TrendModel,
  data: TrendData,
  coarse: FitAtShape,
  scan: readonly FitAtShape[],
): FitAtShape {
  const at = scan.indexOf(coarse);
  const from = scan[Math.max(0, at - 1)]?.shape ?? coarse.shape;
  const to = scan[Math.min(scan.length - 1, at + 1)]?.shape ?? coarse.shape;
  const near = Array.from({ length: 15 }, (_, k) => from + ((k + 1) * (to - from)) / 16);
  const fits = near.flatMap((shape) => fitAtShape(model, data, shape) ?? []);
  const fine = bestOf([coarse, ...fits]) ?? coarse;
  if (model.shape?.isStepwise !== false) return fine;
  const polished = fitAtShape(model, data, searchedShape(model, data, fine, { from, to }));
  return bestOf([fine, ...(polished ? [polished] : [])]) ?? fine;
}

function searchedShape(
  model: TrendModel,
  data: TrendData,
  start: FitAtShape,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const count = start.coefficients.length;
  const limits = (shape: number, other: number) =>
    Float64Array.from({ length: count + 1 }, (_, j) => (j === count ? shape : other));
  const solution = leastSquares(
    trendProblem(model, data),
    Float64Array.of(...start.coefficients, start.shape),
    {
      lower: limits(from, -Infinity),
      upper: limits(to, Infinity),
      maxIterations: 60,
      tolerance: 1e-14,
      stepTolerance: 1e-11,
    },
  );
  return solution.parameters[count] ?? start.shape;
}

/** Residuals and derivatives by the coefficients and, last, the shape. */
export function trendProblem(model: TrendModel, data: TrendData): LeastSquaresProblem {
  const rows = data.t.length;
  return {
    residuals: rows,
    evaluate(parameters, residual, jacobian) {
      const count = parameters.length - 1;
      const shape = parameters[count] ?? NaN;
      const design = designOf(model, data, shape);
      for (let i = 0; i < rows; i += 1) {
        let sum = -(data.values[i] ?? NaN);
        for (let j = 0; j < count; j += 1) sum += (parameters[j] ?? NaN) * (design[j * rows + i] ?? NaN);
        residual[i] = sum;
      }
      if (jacobian.length === 0) return;
      jacobian.set(design);
      for (let i = 0; i < rows; i += 1)
        jacobian[count * rows + i] = perShape(model, parameters, data.t[i] ?? NaN);
    },
  };
}

function perShape({ terms }: TrendModel, parameters: Float64Array, t: number): number {
  const shape = parameters.at(-1) ?? NaN;
  return terms.reduce((sum, term, j) => sum + (parameters[j] ?? NaN) * (term.perShape?.(t, shape) ?? 0), 0);
}

interface Scanned {
  readonly model: TrendModel & { readonly shape: TrendShape | null };
  readonly data: TrendData;
  readonly scan: readonly FitAtShape[];
  readonly limit: number;
}

function supportedShapes(scanned: Scanned, best: FitAtShape): Pick<TrendFit, 'supported' | 'isOpen'> {
  const { scan, limit } = scanned;
  const isIn = (fit: FitAtShape) => fit === best || fit.sumOfSquares <= limit;
  const all = [...scan, best].toSorted((a, b) => a.shape - b.shape);
  const first = all.findIndex(isIn);
  const last = all.findLastIndex(isIn);
  const lowest = edge(scanned, all[first] ?? best, all[first - 1]);
  const highest = edge(scanned, all[last] ?? best, all[last + 1]);
  const inside = [lowest, ...all.slice(first, last + 1), highest];
  const isDense = inside.length > MANY;
  const supported = inside
    .flatMap((fit, k) => (isDense ? fit : [fit, ...between(scanned, fit, inside[k + 1])]))
    .filter(isIn);
  return { supported, isOpen: { below: first === 0, above: last === all.length - 1 } };
}

/** The outermost shape towards `outside` that still agrees with the data. */
function edge(
  { model, data, limit }: Scanned,
  inside: FitAtShape,
  outside: FitAtShape | undefined,
): FitAtShape {
  let edgeFit = inside;
  let beyond = outside?.shape ?? inside.shape;
  for (let round = 0; outside && round < BISECTIONS; round += 1) {
    const middle = fitAtShape(model, data, (edgeFit.shape + beyond) / 2);
    if (middle && middle.sumOfSquares <= limit) edgeFit = middle;
    else beyond = (edgeFit.shape + beyond) / 2;
  }
  return edgeFit;
}

function between({ model, data }: Scanned, a: FitAtShape, b: FitAtShape | undefined): FitAtShape[] {
  if (!b || b.shape === a.shape) return [];
  const shapes = Array.from(
    { length: BETWEEN },
    (_, k) => a.shape + ((k + 1) * (b.shape - a.shape)) / (BETWEEN + 1),
  );
  return shapes.flatMap((shape) => fitAtShape(model, data, shape) ?? []);
}
