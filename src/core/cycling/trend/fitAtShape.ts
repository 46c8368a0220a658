/** The linear fit of a model whose shape is held. */
import type { TrendModel } from '#core/cycling/trend/trendModel.ts';
import type { TrendData } from '#core/cycling/trend/trendPoint.ts';
import { mutateToTriangle } from '#core/numeric/triangularise.ts';

/** A column that adds a smaller share of its length to those before it depends on them. */
const SMALLEST_DIAGONAL = 1e-9;

export interface FitAtShape {
  readonly shape: number;
  /** Of the terms, then the difference between the directions where there is one. */
  readonly coefficients: Float64Array;
  readonly sumOfSquares: number;
  /** R of the design, column by column, `coefficients.length` rows each. */
  readonly triangle: Float64Array;
}

/** The terms at every point, column by column, with the column of the direction as the last. */
export function designOf({ terms }: TrendModel, { t, side }: TrendData, shape: number): Float64Array {
  const rows = t.length;
  const design = new Float64Array(rows * (terms.length + (side ? 1 : 0)));
  terms.forEach(({ value }, j) => {
    for (let i = 0; i < rows; i += 1) design[j * rows + i] = value(t[i] ?? NaN, shape);
  });
  if (side) design.set(side, terms.length * rows);
  return design;
}

/** Null where the terms cannot be told apart at these points, or are not finite. */
export function fitAtShape(model: TrendModel, data: TrendData, shape: number): FitAtShape | null {
  const rows = data.t.length;
  const design = designOf(model, data, shape);
  const count = design.length / rows;
  const matrix = new Float64Array(design.length + rows);
  matrix.set(design);
  matrix.set(data.values, design.length);
  mutateToTriangle(matrix, rows, count);
  const triangle = new Float64Array(count * count);
  for (let j = 0; j < count; j += 1) {
    triangle.set(matrix.subarray(j * rows, j * rows + j + 1), j * count);
    const length = lengthOf(design.subarray(j * rows, (j + 1) * rows));
    if (!(Math.abs(triangle[j * count + j] ?? NaN) > SMALLEST_DIAGONAL * length)) return null;
  }
  const turned = matrix.subarray(count * rows);
  const coefficients = solveUpper(triangle, turned.slice(0, count));
  return { shape, coefficients, sumOfSquares: lengthOf(turned.subarray(count)) ** 2, triangle };
}

function lengthOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

function solveUpper(triangle: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  for (let j = n - 1; j >= 0; j -= 1) {
    const value = (right[j] ?? NaN) / (triangle[j * n + j] ?? NaN);
    right[j] = value;
    for (let i = 0; i < j; i += 1) right[i] = (right[i] ?? NaN) - value * (triangle[j * n + i] ?? NaN);
  }
  return right;
}

/** Σ wⱼ cⱼ of the coefficients, and its variance at a variance of 1: |R⁻ᵀ w|². Missing weights are 0. */
export function combinationOf(
  { coefficients, triangle }: FitAtShape,
  weights: readonly number[],
): { readonly value: number; readonly variance: number } {
  const n = coefficients.length;
  const z = new Float64Array(n);
  let value = 0;
  let variance = 0;
  for (let j = 0; j < n; j += 1) {
    let rest = weights[j] ?? 0;
    value += rest * (coefficients[j] ?? NaN);
    for (let i = 0; i < j; i += 1) rest -= (triangle[j * n + i] ?? NaN) * (z[i] ?? NaN);
    z[j] = rest / (triangle[j * n + j] ?? NaN);
    variance += (z[j] ?? NaN) ** 2;
  }
  return { value, variance };
}
