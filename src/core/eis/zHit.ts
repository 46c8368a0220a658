/**
 * Z-HIT: |Z| from the phase alone, a second opinion on slow drifts, to which the phase is nearly blind (Ehm, Göhr,
 * Kaus, Röseler and Schiller, ACH Models Chem. 137 (2000) 145):
 * ln|Z(ω)| = const + (2/π) ∫ φ d ln ω + γ dφ/d ln ω with γ = −π/6.
 */
import type { ZHit } from '#core/eis/kramersKronigResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { mutateToCholesky, mutateToSolution } from '#core/numeric/cholesky.ts';
import { medianOf } from '#core/numeric/quantile.ts';

const GAMMA = -Math.PI / 6;
/** Penalty of the second difference of the phase, for points about a tenth of a decade apart. */
const SMOOTHING = 0.3;
/** The offset is taken where drift and stray inductance matter least, in Hz; from all points if too few lie there. */
const OFFSET_FROM_HZ = 1;
const OFFSET_TO_HZ = 1e3;
const FEWEST_FOR_OFFSET = 5;
/** Deviation that the approximation itself makes, and how far above it the median deviation may be. */
export const Z_HIT_TOLERATED = 0.02;
const FEWEST_POINTS = 8;

/** Null when there are fewer than eight points with frequencies of their own. */
export function zHit(spectrum: Spectrum): ZHit | null {
  const { frequency_Hz, zRe_ohm, zIm_ohm } = spectrum;
  const order = [...frequency_Hz.keys()].sort((a, b) => (frequency_Hz[b] ?? 0) - (frequency_Hz[a] ?? 0));
  const sorted = (values: Float64Array) => Float64Array.from(order, (k) => values[k] ?? NaN);
  const lnOmega = sorted(frequency_Hz).map((f) => Math.log(2 * Math.PI * f));
  const isRising = lnOmega.some((value, i) => i > 0 && !(value < (lnOmega[i - 1] ?? NaN)));
  if (order.length < FEWEST_POINTS || isRising) return null;
  const measured = sorted(zRe_ohm.map((re, k) => Math.log(Math.hypot(re, zIm_ohm[k] ?? NaN))));
  const phase = smoothed(unwrapped(sorted(zRe_ohm.map((re, k) => Math.atan2(zIm_ohm[k] ?? NaN, re)))));
  const shape = reconstructedShape(lnOmega, phase);
  const offset = offsetOf(sorted(frequency_Hz), measured, shape);
  const modulus_ohm = new Float64Array(order.length);
  const deviation = new Float64Array(order.length);
  order.forEach((k, i) => {
    const ln = (shape[i] ?? NaN) + offset;
    modulus_ohm[k] = Math.exp(ln);
    deviation[k] = 1 - Math.exp(ln - (measured[i] ?? NaN));
  });
  return { modulus_ohm, deviation, valid: isValid(sorted(deviation)) };
}

function unwrapped(phase: Float64Array): Float64Array {
  let turns = 0;
  return phase.map((value, i) => {
    const previous = phase[i - 1] ?? value;
    if (value - previous > Math.PI) turns -= 1;
    if (value - previous < -Math.PI) turns += 1;
    return value + 2 * Math.PI * turns;
  });
}

/** Whittaker's smoother: close to the values, with small second differences. */
function smoothed(values: Float64Array): Float64Array {
  const n = values.length;
  const matrix = new Float64Array(n * n);
  const add = (i: number, j: number, value: number) => {
    matrix[i * n + j] = (matrix[i * n + j] ?? 0) + value;
  };
  for (let i = 0; i < n; i += 1) add(i, i, 1);
  const stencil = [1, -2, 1];
  for (let i = 0; i + 2 < n; i += 1)
    stencil.forEach((a, p) => {
      stencil.forEach((b, q) => {
        add(i + p, i + q, SMOOTHING * a * b);
      });
    });
  const result = Float64Array.from(values);
  mutateToCholesky(matrix, n);
  mutateToSolution(matrix, n, result);
  return result;
}

/** (2/π) ∫ φ d ln ω from the first point on, plus the correction by the slope. */
function reconstructedShape(lnOmega: Float64Array, phase: Float64Array): Float64Array {
  const at = (values: Float64Array, i: number) => values[Math.min(values.length - 1, Math.max(0, i))] ?? NaN;
  const slope = phase.map(
    (_, i) => (at(phase, i + 1) - at(phase, i - 1)) / (at(lnOmega, i + 1) - at(lnOmega, i - 1)),
  );
  let integral = 0;
  return phase.map((value, i) => {
    if (i > 0) {
      const step = at(lnOmega, i) - at(lnOmega, i - 1);
      const trapezoid = ((value + at(phase, i - 1)) / 2) * step;
      integral += trapezoid - ((at(slope, i) - at(slope, i - 1)) * step ** 2) / 12;
    }
    return (2 / Math.PI) * integral + GAMMA * (slope[i] ?? NaN);
  });
}

function offsetOf(frequency_Hz: Float64Array, measured: Float64Array, shape: Float64Array): number {
  const differences = measured.map((value, i) => value - (shape[i] ?? NaN));
  const middle = differences.filter(
    (_, i) => (frequency_Hz[i] ?? 0) >= OFFSET_FROM_HZ && (frequency_Hz[i] ?? 0) <= OFFSET_TO_HZ,
  );
  return medianOf(middle.length >= FEWEST_FOR_OFFSET ? middle : differences);
}

/** No run of five neighbouring points deviates by more than the approximation does; single points are noise. */
function isValid(deviation: Float64Array): boolean {
  for (let i = 0; i + 5 <= deviation.length; i += 1) {
    if (Math.abs(medianOf(deviation.slice(i, i + 5))) > Z_HIT_TOLERATED) return false;
  }
  return true;
}
