/**
 * Background by asymmetrically reweighted penalised least squares: points that stand above the noise of those below the
 * curve lose their weight. Baek, Park, Ahn and Choo, Analyst 140 (2015) 250.
 */
import { whittakerSmooth } from '#core/xrd/whittakerSmooth.ts';

export interface ArplsOptions {
  /** λ: greater is stiffer; 10⁴ to 10⁸ for patterns of thousands of points. */
  readonly stiffness?: number;
  /** Relative change of the weights at which the search ends. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

export function arplsBackground(
  values: Float64Array,
  { stiffness = 1e6, tolerance = 1e-3, maxIterations = 50 }: ArplsOptions = {},
): Float64Array {
  let weights = new Float64Array(values.length).fill(1);
  let background = whittakerSmooth(values, weights, stiffness);
  for (let iteration = 0; iteration < maxIterations; iteration += 1) {
    const next = reweighted(values, background);
    if (!next || relativeChange(weights, next) < tolerance) break;
    weights = next;
    background = whittakerSmooth(values, weights, stiffness);
  }
  return background;
}

/** w = 1/(1 + exp(2(d − (2s − m))/s)), m and s from the residuals below the curve; undefined when nothing lies below. */
function reweighted(values: Float64Array, background: Float64Array): Float64Array<ArrayBuffer> | undefined {
  const residual = values.map((value, i) => value - (background[i] ?? NaN));
  const below = residual.filter((value) => value < 0);
  if (below.length < 2) return undefined;
  const mean = below.reduce((sum, value) => sum + value, 0) / below.length;
  const variance = below.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (below.length - 1);
  const spread = Math.sqrt(variance);
  if (!(spread > 0)) return undefined;
  return Float64Array.from(residual, (d) => 1 / (1 + Math.exp((2 * (d - (2 * spread - mean))) / spread)));
}

function relativeChange(before: Float64Array, after: Float64Array): number {
  let [change, size] = [0, 0];
  before.forEach((value, i) => {
    change += (value - (after[i] ?? NaN)) ** 2;
    size += value * value;
  });
  return Math.sqrt(change / size);
}
