/**
 * Which few relaxations make up a spectrum, roughly: R∞ + jωL + Σ Rᵢ/(1 + (jωτᵢ)^0.85) + diffusion + a blocking tail.
 * For given time constants the rest is linear and not negative, so that whole sets of time constants are compared at
 * the price of a small linear problem each. A beam of the best sets grows by one relaxation at a time.
 */
import type { Spectrum } from '#core/eis/spectrum.ts';
import { nnls } from '#core/numeric/nnls.ts';

export interface RelaxationSet {
  /** Ascending. */
  readonly tau_s: readonly number[];
  readonly r_ohm: readonly number[];
  readonly series_ohm: number;
  readonly inductance_H: number;
  /** σ of σ(1 − j)/√ω; zero when there is none. */
  readonly warburg_ohmPerSqrtS: number;
  /** 1/Q of the blocking tail; zero when there is none. */
  readonly inverseQ: number;
  /** Σ |dZ|²/|Z|² */
  readonly misfit: number;
}

export interface ScreenShape {
  readonly relaxations: number;
  readonly hasInductance: boolean;
  readonly hasDiffusion: boolean;
  readonly hasBlocking: boolean;
  /** How many sets are wanted. */
  readonly sets: number;
}

export const ARC_EXPONENT = 0.85;
export const BLOCKING_EXPONENT = 0.9;
const TAUS_PER_DECADE = 3;
const BEAM = 12;

interface Library {
  readonly tau_s: readonly number[];
  /** Columns: R∞, L, W, blocking tail, then one a time constant. */
  readonly columns: readonly Float64Array[];
  readonly gram: Float64Array;
  readonly linear: Float64Array;
  readonly square: number;
  /** Physical amplitude of a column's coefficient of one. */
  readonly units: readonly number[];
}

interface Candidate {
  /** Positions among the time constants, ascending. */
  readonly positions: readonly number[];
  readonly amplitudes: Float64Array;
  readonly misfit: number;
}

const FIRST_TAU = 4;

/** The best sets of a shape, best first. */
export type RelaxationScreen = (shape: ScreenShape) => readonly RelaxationSet[];

/** Circuits that are compared on one spectrum share its screen: what one of them asked for is kept for the others. */
export function createRelaxationScreen(spectrum: Spectrum): RelaxationScreen {
  const library = createLibrary(spectrum);
  const beams = new Map<string, readonly Candidate[]>();
  const beamOf = (fixed: readonly number[], count: number): readonly Candidate[] => {
    const key = `${fixed.join()}|${count}`;
    const known = beams.get(key);
    if (known) return known;
    const beam = count === 0 ? [solve(library, fixed, [])] : grow(library, fixed, beamOf(fixed, count - 1));
    beams.set(key, beam);
    return beam;
  };
  return ({ relaxations, hasInductance, hasDiffusion, hasBlocking, sets }) => {
    const fixed = [
      0,
      ...(hasInductance ? [1] : []),
      ...(hasDiffusion ? [2] : []),
      ...(hasBlocking ? [3] : []),
    ];
    return apart(beamOf(fixed, relaxations), sets).map((candidate) => describe(library, fixed, candidate));
  };
}

function createLibrary({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum): Library {
  const omega = frequency_Hz.map((f) => 2 * Math.PI * f);
  const omegaMax = omega.reduce((a, b) => Math.max(a, b));
  const omegaMin = omega.reduce((a, b) => Math.min(a, b));
  const tau_s = timeConstants(omegaMin, omegaMax);
  const modulus = zRe_ohm.map((re, k) => Math.hypot(re, zIm_ohm[k] ?? NaN) || Number.MIN_VALUE);
  const units = [1, 1 / omegaMax, Math.sqrt(omegaMin), omegaMin ** BLOCKING_EXPONENT, ...tau_s.map(() => 1)];
  const column = (z: (w: number) => readonly [number, number], unit: number) => {
    const both = new Float64Array(2 * omega.length);
    omega.forEach((w, k) => {
      const [re, im] = z(w);
      both[k] = (re * unit) / (modulus[k] ?? NaN);
      both[omega.length + k] = (im * unit) / (modulus[k] ?? NaN);
    });
    return both;
  };
  const shapes: ((w: number) => readonly [number, number])[] = [
    () => [1, 0],
    (w) => [0, w],
    (w) => [1 / Math.sqrt(w), -1 / Math.sqrt(w)],
    (w) => constantPhase(w, BLOCKING_EXPONENT),
    ...tau_s.map((tau) => (w: number) => depressedArc(w * tau)),
  ];
  const columns = shapes.map((z, i) => column(z, units[i] ?? NaN));
  const data = column(() => [0, 0], 1);
  modulus.forEach((size, k) => {
    data[k] = (zRe_ohm[k] ?? NaN) / size;
    data[modulus.length + k] = (zIm_ohm[k] ?? NaN) / size;
  });
  const gram = Float64Array.from({ length: columns.length ** 2 }, (_, i) =>
    dot(columns[Math.floor(i / columns.length)], columns[i % columns.length]),
  );
  const linear = Float64Array.from(columns, (each) => dot(each, data));
  return { tau_s, columns, gram, linear, square: dot(data, data), units };
}

/** From a third of a decade above the fastest to a decade below the slowest frequency. */
function timeConstants(omegaMin: number, omegaMax: number): readonly number[] {
  const from = -Math.log10(omegaMax) - 1;
  const count = Math.ceil((-Math.log10(omegaMin) + 1 - from) * TAUS_PER_DECADE);
  return Array.from({ length: count + 1 }, (_, i) => 10 ** (from + i / TAUS_PER_DECADE));
}

/** 1/(jω)ⁿ */
function constantPhase(w: number, n: number): readonly [number, number] {
  const size = w ** -n;
  return [size * Math.cos((n * Math.PI) / 2), -size * Math.sin((n * Math.PI) / 2)];
}

/** 1/(1 + (jx)ⁿ) */
function depressedArc(x: number): readonly [number, number] {
  const size = x ** ARC_EXPONENT;
  const re = 1 + size * Math.cos((ARC_EXPONENT * Math.PI) / 2);
  const im = size * Math.sin((ARC_EXPONENT * Math.PI) / 2);
  const square = re * re + im * im;
  return [re / square, -im / square];
}

function dot(a: Float64Array | undefined, b: Float64Array | undefined): number {
  let sum = 0;
  if (a && b) for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? NaN) * (b[i] ?? NaN);
  return sum;
}

function solve(
  { gram, linear, square }: Library,
  fixed: readonly number[],
  positions: readonly number[],
): Candidate {
  const indexes = [...fixed, ...positions.map((position) => FIRST_TAU + position)];
  const all = linear.length;
  const size = indexes.length;
  const part = { gram: new Float64Array(size * size), linear: new Float64Array(size) };
  indexes.forEach((i, a) => {
    part.linear[a] = linear[i] ?? NaN;
    indexes.forEach((j, b) => (part.gram[a * size + b] = gram[i * all + j] ?? NaN));
  });
  const { x } = nnls(part);
  // At the minimum xᵀHx = qᵀx.
  let explained = 0;
  for (let a = 0; a < size; a += 1) explained += (x[a] ?? 0) * (part.linear[a] ?? 0);
  return { positions, amplitudes: x, misfit: Math.max(0, square - explained) };
}

function grow(library: Library, fixed: readonly number[], beam: readonly Candidate[]): readonly Candidate[] {
  const grown = new Map<string, Candidate>();
  for (const { positions } of beam) {
    for (let position = 0; position < library.tau_s.length; position += 1) {
      if (positions.includes(position)) continue;
      const both = [...positions, position].sort((a, b) => a - b);
      const key = both.join();
      if (!grown.has(key)) grown.set(key, solve(library, fixed, both));
    }
  }
  return [...grown.values()].sort((a, b) => a.misfit - b.misfit).slice(0, BEAM);
}

/** The best sets, leaving out those that differ from a better one by a single neighbouring step. */
function apart(beam: readonly Candidate[], sets: number): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of beam) {
    const isNew = kept.every(({ positions }) => {
      const moves = positions.reduce(
        (sum, position, i) => sum + Math.abs(position - (candidate.positions[i] ?? 0)),
        0,
      );
      return moves > 1;
    });
    if (isNew) kept.push(candidate);
    if (kept.length === sets) break;
  }
  return kept;
}

function describe(library: Library, fixed: readonly number[], candidate: Candidate): RelaxationSet {
  const amplitude = (column: number) => {
    const at = fixed.indexOf(column);
    return at < 0 ? 0 : (candidate.amplitudes[at] ?? 0) * (library.units[column] ?? NaN);
  };
  return {
    tau_s: candidate.positions.map((position) => library.tau_s[position] ?? NaN),
    r_ohm: candidate.positions.map((_, i) => candidate.amplitudes[fixed.length + i] ?? 0),
    series_ohm: amplitude(0),
    inductance_H: amplitude(1),
    warburg_ohmPerSqrtS: amplitude(2),
    inverseQ: amplitude(3),
    misfit: candidate.misfit,
  };
}
