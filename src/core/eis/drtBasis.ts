/**
 * The two ways in which γ(ln τ) is written as a sum over a log-even grid of time constants: hats (piecewise linear)
 * and Gaussians whose width at half height is two grid steps (Wan et al., Electrochim. Acta 184 (2015) 483). A basis
 * function is integrated against 1/(1 + jωτ) by quadrature with nodes that are the same shift of ln τ everywhere, so
 * an entry costs a few divisions and no exponential, whether or not the frequencies are on a grid.
 */
import type { DrtBasis } from '#core/eis/drtResult.ts';

export interface DrtGrid {
  readonly tau_s: Float64Array;
  /** Step of ln τ. */
  readonly step: number;
}

/** From `decadesBeyond` decades outside the frequencies to as many on the other side. */
export function drtGrid(
  frequency_Hz: Float64Array,
  { pointsPerDecade, decadesBeyond }: { pointsPerDecade: number; decadesBeyond: number },
): DrtGrid {
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f);
  const from = -Math.log10(omega.reduce((a, b) => Math.max(a, b))) - decadesBeyond;
  const to = -Math.log10(omega.reduce((a, b) => Math.min(a, b))) + decadesBeyond;
  const steps = Math.ceil((to - from) * pointsPerDecade);
  const decades = (to - from) / steps;
  return {
    tau_s: Float64Array.from({ length: steps + 1 }, (_, m) => 10 ** (from + m * decades)),
    step: decades * Math.LN10,
  };
}

interface Quadrature {
  /** Factors of τ. */
  readonly factors: Float64Array;
  readonly weights: Float64Array;
}

/** Gauss-Legendre on [0, 1], four points. */
const GAUSS = [
  [0.069431844202973714, 0.173927422568726929],
  [0.330009478207571868, 0.326072577431273071],
  [0.669990521792428132, 0.326072577431273071],
  [0.930568155797026286, 0.173927422568726929],
] as const;

function hatQuadrature(step: number): Quadrature {
  const nodes = GAUSS.flatMap(([u, weight]) =>
    [-1, 1].map((side) => ({ shift: side * u * step, weight: weight * (1 - u) * step })),
  );
  return quadratureOf(nodes);
}

/** The trapezoid rule converges faster than any power for a Gaussian; 13 nodes reach 1e-12. */
function gaussianQuadrature(step: number): Quadrature {
  const sharpness = gaussianSharpness(step);
  const spacing = 0.85 / sharpness;
  const nodes = Array.from({ length: 13 }, (_, i) => (i - 6) * spacing).map((shift) => ({
    shift,
    weight: spacing * Math.exp(-((sharpness * shift) ** 2)),
  }));
  return quadratureOf(nodes);
}

function quadratureOf(nodes: readonly { shift: number; weight: number }[]): Quadrature {
  return {
    factors: Float64Array.from(nodes, ({ shift }) => Math.exp(shift)),
    weights: Float64Array.from(nodes, ({ weight }) => weight),
  };
}

/** μ of exp(−(μ u)²) with the half height one grid step from the centre. */
function gaussianSharpness(step: number): number {
  return Math.sqrt(Math.LN2) / step;
}

/**
 * Writes the impedance of basis function `tau_s` at all angular frequencies: first all real, then all imaginary parts,
 * from `offset` on.
 */
export function createKernel(
  basis: DrtBasis,
  step: number,
): (omega: Float64Array, tau_s: number, out: Float64Array, offset: number) => void {
  const { factors, weights } = basis === 'gaussian' ? gaussianQuadrature(step) : hatQuadrature(step);
  return (omega, tau_s, out, offset) => {
    const n = omega.length;
    for (let k = 0; k < n; k += 1) {
      const x = (omega[k] ?? NaN) * tau_s;
      let re = 0;
      let im = 0;
      for (let q = 0; q < factors.length; q += 1) {
        const s = x * (factors[q] ?? NaN);
        const part = (weights[q] ?? NaN) / (1 + s * s);
        re += part;
        im -= part * s;
      }
      out[offset + k] = re;
      out[offset + n + k] = im;
    }
  };
}

/**
 * Penalty ∫ (γ')² or ∫ (γ'')² dln τ as a band of equal diagonals: element (i, j) is band[|i − j|]. γ is taken to be
 * zero outside the grid.
 */
export function penaltyBand(basis: DrtBasis, step: number, derivative: 1 | 2): Float64Array {
  if (basis === 'gaussian') return gaussianBand(step, derivative);
  return derivative === 1
    ? Float64Array.of(2, -1).map((value) => value / step)
    : Float64Array.of(6, -4, 1).map((value) => value / step ** 3);
}

/** Overlap of two Gaussians d apart: S = √(π/2)/μ exp(−μ²d²/2); of their derivatives: −S'' and S''''. */
function gaussianBand(step: number, derivative: 1 | 2): Float64Array {
  const sharpness = gaussianSharpness(step);
  return Float64Array.from({ length: 12 }, (_, apart) => {
    const square = (sharpness * apart * step) ** 2;
    const overlap = (Math.sqrt(Math.PI / 2) / sharpness) * Math.exp(-square / 2);
    return derivative === 1
      ? sharpness ** 2 * (1 - square) * overlap
      : sharpness ** 4 * (3 - 6 * square + square ** 2) * overlap;
  });
}

/** γ at the grid from the weights of the basis functions, with the row of one node as its stencil. */
export function basisStencil(basis: DrtBasis, step: number): Float64Array {
  if (basis === 'piecewise-linear') return Float64Array.of(1);
  const sharpness = gaussianSharpness(step);
  return Float64Array.from({ length: 8 }, (_, apart) => Math.exp(-((sharpness * apart * step) ** 2)));
}

/** Product of the symmetric band with the first `n` weights. */
export function timesBand(band: Float64Array, weights: Float64Array, n: number): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const end = Math.min(n - 1, i + band.length - 1);
    let sum = 0;
    for (let j = Math.max(0, i - band.length + 1); j <= end; j += 1)
      sum += (band[Math.abs(i - j)] ?? 0) * (weights[j] ?? 0);
    product[i] = sum;
  }
  return product;
}
