/** Arrhenius fit: ln y = ln A − Ea/(R T), by least squares, with a 95 % interval of Ea from Student's t. */
import { studentQuantile } from '#core/numeric/studentQuantile.ts';
import { FARADAY, GAS_CONSTANT } from '#core/physicalConstants.ts';

export interface ArrheniusPoint {
  readonly temperature_K: number;
  /** A conductivity; of a resistance Ea comes out negative. */
  readonly value: number;
}

export interface ArrheniusFit {
  readonly activationEnergy_kJPerMol: number;
  readonly activationEnergy_eV: number;
  /** Null with two points, which leave nothing to judge by. */
  readonly interval95_kJPerMol: readonly [number, number] | null;
  /** A, in the unit of the values. */
  readonly prefactor: number;
}

/** Null for fewer than two different temperatures or a value that is not above zero. */
export function fitArrhenius(points: readonly ArrheniusPoint[]): ArrheniusFit | null {
  if (points.length < 2 || points.some(({ value, temperature_K }) => !(value > 0 && temperature_K > 0)))
    return null;
  const x = points.map(({ temperature_K }) => 1 / temperature_K);
  const y = points.map(({ value }) => Math.log(value));
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const spread = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  if (spread === 0) return null;
  const slope = x.reduce((sum, value, i) => sum + (value - meanX) * ((y[i] ?? NaN) - meanY), 0) / spread;
  const intercept = meanY - slope * meanX;
  const squares = x.reduce((sum, value, i) => sum + ((y[i] ?? NaN) - intercept - slope * value) ** 2, 0);
  const degrees = points.length - 2;
  const energy = (-slope * GAS_CONSTANT) / 1000;
  const half = (studentQuantile(degrees, 0.95) * Math.sqrt(squares / degrees / spread) * GAS_CONSTANT) / 1000;
  return {
    activationEnergy_kJPerMol: energy,
    activationEnergy_eV: (1000 * energy) / FARADAY,
    interval95_kJPerMol: degrees > 0 ? [energy - half, energy + half] : null,
    prefactor: Math.exp(intercept),
  };
}

/** The fitted value at a temperature, in the unit of the values. */
export function arrheniusValue(
  { prefactor, activationEnergy_kJPerMol }: ArrheniusFit,
  temperature_K: number,
): number {
  return prefactor * Math.exp((-1000 * activationEnergy_kJPerMol) / (GAS_CONSTANT * temperature_K));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
