/**
 * The spectra on which fits without guesses are judged: Randles and two-arc circuits with parameters log-uniform over
 * three decades, 1 % noise, 60 points from 1 MHz to 10 mHz.
 */
import { createRandom, type Random } from './random.ts';
import {
  noisySpectrum,
  sweepFrequencies,
  type ComplexNumber,
  type SimulatedSpectrum,
} from './relaxations.ts';

export interface ProtocolCase {
  readonly seed: number;
  /** In impedance.py's style. */
  readonly circuit: string;
  readonly truth: Readonly<Record<string, number>>;
  readonly spectrum: SimulatedSpectrum;
}

const DECADES = 3;
const NOISE = 0.01;
const POINTS = 60;

const add = (a: ComplexNumber, b: ComplexNumber): ComplexNumber => ({ re: a.re + b.re, im: a.im + b.im });
const inverse = ({ re, im }: ComplexNumber): ComplexNumber => {
  const square = re * re + im * im;
  return { re: re / square, im: -im / square };
};
const beside = (a: ComplexNumber, b: ComplexNumber): ComplexNumber => inverse(add(inverse(a), inverse(b)));
const resistance = (r: number): ComplexNumber => ({ re: r, im: 0 });
const polar = (size: number, angle: number): ComplexNumber => ({
  re: size * Math.cos(angle),
  im: size * Math.sin(angle),
});
const constantPhase = (q: number, n: number, w: number) => polar(w ** -n / q, (-n * Math.PI) / 2);
const warburg = (sigma: number, w: number) => polar(sigma * Math.sqrt(2 / w), -Math.PI / 4);

function logUniform(random: Random, centre: number): number {
  return centre * 10 ** (DECADES * (random.uniform() - 0.5));
}

/** R0-p(R1-W1,CPE1) */
function randles(
  random: Random,
): Pick<ProtocolCase, 'circuit' | 'truth'> & { z: (w: number) => ComplexNumber } {
  const truth = {
    R0: logUniform(random, 10),
    R1: logUniform(random, 100),
    W1: logUniform(random, 30),
    'CPE1.Q': logUniform(random, 1e-5),
    'CPE1.n': 0.7 + 0.3 * random.uniform(),
  };
  const z = (w: number) =>
    add(
      resistance(truth.R0),
      beside(
        add(resistance(truth.R1), warburg(truth.W1, w)),
        constantPhase(truth['CPE1.Q'], truth['CPE1.n'], w),
      ),
    );
  return { circuit: 'R0-p(R1-W1,CPE1)', truth, z };
}

/** R0-p(R1,CPE1)-p(R2,CPE2) */
function twoArcs(
  random: Random,
): Pick<ProtocolCase, 'circuit' | 'truth'> & { z: (w: number) => ComplexNumber } {
  const truth = {
    R0: logUniform(random, 10),
    R1: logUniform(random, 100),
    'CPE1.Q': logUniform(random, 1e-6),
    'CPE1.n': 0.7 + 0.3 * random.uniform(),
    R2: logUniform(random, 100),
    'CPE2.Q': logUniform(random, 1e-3),
    'CPE2.n': 0.7 + 0.3 * random.uniform(),
  };
  const z = (w: number) =>
    add(
      resistance(truth.R0),
      add(
        beside(resistance(truth.R1), constantPhase(truth['CPE1.Q'], truth['CPE1.n'], w)),
        beside(resistance(truth.R2), constantPhase(truth['CPE2.Q'], truth['CPE2.n'], w)),
      ),
    );
  return { circuit: 'R0-p(R1,CPE1)-p(R2,CPE2)', truth, z };
}

/** Case `seed`: Randles for even, two arcs for odd seeds. */
export function protocolCase(seed: number): ProtocolCase {
  const random = createRandom(seed);
  const { circuit, truth, z } = seed % 2 === 0 ? randles(random) : twoArcs(random);
  const frequency_Hz = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1e-2, points: POINTS });
  const spectrum = noisySpectrum((f) => z(2 * Math.PI * f), frequency_Hz, { noise: NOISE, random });
  return { seed, circuit, truth, spectrum };
}
