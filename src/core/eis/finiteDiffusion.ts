/**
 * The two functions behind finite-length diffusion and transmission lines, of a complex s = x²:
 * transmissive T(s) = tanh(x)/x and reflective K(s) = coth(x)/x. Both obey f' = (1 − f − s·f²)/(2s).
 *
 * Three ranges keep every digit that s has: a power series near zero (where
 * 1/s would hide the real part R/3 of the reflective one), exponentials exp(−2x) that cannot overflow, and 1/x
 * where exp(−2x) has vanished.
 */

/** Receives f and its slope df/ds. */
export interface DiffusionValue {
  re: number;
  im: number;
  slopeRe: number;
  slopeIm: number;
}

export function emptyDiffusionValue(): DiffusionValue {
  return { re: NaN, im: NaN, slopeRe: NaN, slopeIm: NaN };
}

/** tanh(x)/x in powers of s: the Taylor coefficients of tanh (Abramowitz & Stegun 4.5.64). */
const TRANSMISSIVE_SERIES = Float64Array.of(
  1,
  -1 / 3,
  2 / 15,
  -17 / 315,
  62 / 2835,
  -1382 / 155925,
  21844 / 6081075,
  -929569 / 638512875,
  6404582 / 10854718875,
  -443861162 / 1856156927625,
  18888466084 / 194896477400625,
);
/** coth(x)/x − 1/s in powers of s (Abramowitz & Stegun 4.5.67). */
const REFLECTIVE_SERIES = Float64Array.of(
  1 / 3,
  -1 / 45,
  2 / 945,
  -1 / 4725,
  2 / 93555,
  -1382 / 638512875,
  4 / 18243225,
  -3617 / 162820783125,
  87734 / 38979295480125,
);
/** Below it the series are exact to the last digit. */
const SERIES_LIMIT = 0.05;
/** exp(−2·20) is below half a unit in the last place of 1. */
const VANISHED = 20;

/** tanh(√s)/√s; |arg s| < π. */
export function transmissiveDiffusion(sRe: number, sIm: number, out: DiffusionValue): void {
  if (sRe * sRe + sIm * sIm < SERIES_LIMIT * SERIES_LIMIT) {
    sumSeries(TRANSMISSIVE_SERIES, sRe, sIm, out);
  } else closedForm(1, sRe, sIm, out);
}

/** coth(√s)/√s; |arg s| < π. */
export function reflectiveDiffusion(sRe: number, sIm: number, out: DiffusionValue): void {
  const size = sRe * sRe + sIm * sIm;
  if (size >= SERIES_LIMIT * SERIES_LIMIT) {
    closedForm(-1, sRe, sIm, out);
    return;
  }
  sumSeries(REFLECTIVE_SERIES, sRe, sIm, out);
  const inverseRe = sRe / size;
  const inverseIm = -sIm / size;
  out.re += inverseRe;
  out.im += inverseIm;
  out.slopeRe -= inverseRe * inverseRe - inverseIm * inverseIm;
  out.slopeIm -= 2 * inverseRe * inverseIm;
}

/** Horner's rule for a polynomial and its derivative. */
function sumSeries(coefficients: Float64Array, sRe: number, sIm: number, out: DiffusionValue): void {
  let re = 0;
  let im = 0;
  let dRe = 0;
  let dIm = 0;
  for (let i = coefficients.length - 1; i >= 0; i -= 1) {
    const nextDRe = dRe * sRe - dIm * sIm + re;
    dIm = dRe * sIm + dIm * sRe + im;
    dRe = nextDRe;
    const nextRe = re * sRe - im * sIm + (coefficients[i] ?? 0);
    im = re * sIm + im * sRe;
    re = nextRe;
  }
  out.re = re;
  out.im = im;
  out.slopeRe = dRe;
  out.slopeIm = dIm;
}

/** tanh (sign 1) or coth (sign −1) of x = √s over x, as (1 ∓ E)/(1 ± E) with E = exp(−2x). */
function closedForm(sign: number, sRe: number, sIm: number, out: DiffusionValue): void {
  const modulus = Math.sqrt(sRe * sRe + sIm * sIm);
  // The larger of the two parts of the root first: the other by division, so that neither cancels.
  const larger = Math.sqrt((modulus + Math.abs(sRe)) / 2);
  const other = Math.abs(sIm) / (2 * larger);
  const xRe = sRe >= 0 ? larger : other;
  const xIm = Math.sign(sIm) * (sRe >= 0 ? other : larger);
  if (xRe > VANISHED) {
    const re = xRe / modulus;
    const im = -xIm / modulus;
    store(out, re, im);
    divideByTwiceS(out, -re, -im, { sRe, sIm, modulus });
    return;
  }
  const e = Math.exp(-2 * xRe);
  const scale = 1 / (1 + sign * 2 * e * Math.cos(2 * xIm) + e * e);
  const hRe = (1 - e * e) * scale;
  const hIm = sign * 2 * e * Math.sin(2 * xIm) * scale;
  const re = (hRe * xRe + hIm * xIm) / modulus;
  const im = (hIm * xRe - hRe * xIm) / modulus;
  store(out, re, im);
  divideByTwiceS(out, 1 - re - (hRe * hRe - hIm * hIm), -im - 2 * hRe * hIm, { sRe, sIm, modulus });
}

function store(out: DiffusionValue, re: number, im: number): void {
  out.re = re;
  out.im = im;
}

interface SquaredArgument {
  readonly sRe: number;
  readonly sIm: number;
  readonly modulus: number;
}

function divideByTwiceS(
  out: DiffusionValue,
  re: number,
  im: number,
  { sRe, sIm, modulus }: SquaredArgument,
): void {
  const half = 0.5 / (modulus * modulus);
  out.slopeRe = (re * sRe + im * sIm) * half;
  out.slopeIm = (im * sRe - re * sIm) * half;
}
