/** Simulated impedance spectra of L - Rs - p(R, CPE) - ..., the whole in parallel with an electronic short if any. */
import type { Random } from './random.ts';

export interface Circuit {
  readonly inductance_H: number;
  readonly series_ohm: number;
  /** Resistors in parallel with constant phase elements Z = 1 / (Q (jω)^n), Q in S s^n. */
  readonly arcs: readonly { readonly r_ohm: number; readonly q: number; readonly n: number }[];
  /** Null = no short. */
  readonly parallel_ohm: number | null;
}

export interface ImpedancePoint {
  readonly time_s: number;
  readonly frequency_Hz: number;
  readonly zRe_ohm: number;
  /** True sign: negative for a capacitor. */
  readonly zIm_ohm: number;
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

const reciprocal = ({ re, im }: Complex): Complex => {
  const square = re * re + im * im;
  return { re: re / square, im: -im / square };
};

/** Impedance of the circuit; (jω)^n = ω^n (cos(nπ/2) + j sin(nπ/2)), principal branch. */
export function impedance(circuit: Circuit, frequency_Hz: number): Complex {
  const omega = 2 * Math.PI * frequency_Hz;
  let re = circuit.series_ohm;
  let im = 0;
  for (const { r_ohm, q, n } of circuit.arcs) {
    const admittance = q * omega ** n;
    const angle = (n * Math.PI) / 2;
    const arc = reciprocal({
      re: 1 / r_ohm + admittance * Math.cos(angle),
      im: admittance * Math.sin(angle),
    });
    re += arc.re;
    im += arc.im;
  }
  if (circuit.parallel_ohm !== null) {
    const both = reciprocal({ re, im });
    ({ re, im } = reciprocal({ re: both.re + 1 / circuit.parallel_ohm, im: both.im }));
  }
  // The leads' inductance lies outside the cell, so a short inside does not bridge it.
  return { re, im: im + omega * circuit.inductance_H };
}

/** From high to low frequency, with noise of a fixed share of |Z| on both parts. */
export function simulateSpectrum(
  circuit: Circuit,
  random: Random,
  { start_Hz = 1e6, stop_Hz = 0.1, pointsPerDecade = 8, noise = 0.002 } = {},
): readonly ImpedancePoint[] {
  const count = Math.round(Math.log10(start_Hz / stop_Hz) * pointsPerDecade);
  let time_s = 0;
  return Array.from({ length: count + 1 }, (_, index) => {
    const frequency_Hz = start_Hz * 10 ** (-index / pointsPerDecade);
    time_s += 0.4 + 3 / frequency_Hz;
    const { re, im } = impedance(circuit, frequency_Hz);
    const scale = noise * Math.sqrt(re * re + im * im);
    return {
      time_s,
      frequency_Hz,
      zRe_ohm: re + scale * random.normal(),
      zIm_ohm: im + scale * random.normal(),
    };
  });
}
