/** Impedance of single relaxations whose distribution of relaxation times is known in closed form. */
import type { Random } from './random.ts';

export interface ComplexNumber {
  readonly re: number;
  readonly im: number;
}

/** R / (1 + (jωτ)^a)^b: b = 1 is a ZARC, a = 1 and b = 1/2 Gerischer's element. */
export interface Relaxation {
  readonly r_ohm: number;
  readonly tau_s: number;
  readonly a: number;
  readonly b: number;
}

/** Polar form throughout: no library of complex numbers. */
export function relaxationImpedance({ r_ohm, tau_s, a, b }: Relaxation, frequency_Hz: number): ComplexNumber {
  const power = (2 * Math.PI * frequency_Hz * tau_s) ** a;
  const re = 1 + power * Math.cos((a * Math.PI) / 2);
  const im = power * Math.sin((a * Math.PI) / 2);
  const modulus = r_ohm * Math.hypot(re, im) ** -b;
  const angle = -b * Math.atan2(im, re);
  return { re: modulus * Math.cos(angle), im: modulus * Math.sin(angle) };
}

export interface SimulatedSpectrum {
  readonly frequency_Hz: Float64Array;
  readonly zRe_ohm: Float64Array;
  readonly zIm_ohm: Float64Array;
}

export interface Sweep {
  readonly start_Hz: number;
  readonly stop_Hz: number;
  readonly points: number;
}

export function sweepFrequencies({ start_Hz, stop_Hz, points }: Sweep): Float64Array {
  return Float64Array.from(
    { length: points },
    (_, k) => start_Hz * (stop_Hz / start_Hz) ** (k / (points - 1)),
  );
}

/** Any impedance on a sweep, with independent noise of a share of |Z| on both parts. */
export function noisySpectrum(
  impedanceAt: (frequency_Hz: number, index: number) => ComplexNumber,
  frequency_Hz: Float64Array,
  { noise, random }: { noise: number; random: Random },
): SimulatedSpectrum {
  const exact = Array.from(frequency_Hz, impedanceAt);
  const withNoise = (value: number, { re, im }: ComplexNumber) =>
    value + noise * Math.hypot(re, im) * random.normal();
  const parts = exact.map((z) => ({ re: withNoise(z.re, z), im: withNoise(z.im, z) }));
  return {
    frequency_Hz,
    zRe_ohm: Float64Array.from(parts, ({ re }) => re),
    zIm_ohm: Float64Array.from(parts, ({ im }) => im),
  };
}
