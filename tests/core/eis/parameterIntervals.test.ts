import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from '#core/eis/bootstrapInterval.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import { profileInterval } from '#core/eis/profileInterval.ts';
import { createRandom } from '../../simulate/random.ts';
import {
  noisySpectrum,
  relaxationImpedance,
  sweepFrequencies,
  type SimulatedSpectrum,
} from '../../simulate/relaxations.ts';
import { circuitOf, withStart } from './runProtocol.ts';

const RANDLES_TRUTH = { R0: 10, R1: 100, 'CPE1.Q': 1e-3 ** 0.9 / 100, 'CPE1.n': 0.9 };

function arc({ r0 = 10, noise = 0.01, seed = 5 } = {}): SimulatedSpectrum {
  const impedanceAt = (f: number) => {
    const z = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 }, f);
    return { re: r0 + z.re, im: z.im };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  return noisySpectrum(impedanceAt, sweep, { noise, random: createRandom(seed) });
}

function randles(parameter: string, { r0 = 10, seed = 5 } = {}) {
  const circuit = withStart(circuitOf('R0-p(R1,CPE1)'), RANDLES_TRUTH);
  return { spectrum: arc({ r0, seed }), circuit, weighting: 'modulus', parameter } as const;
}

const widthOf = (interval: Pick<ParameterInterval, 'lower95' | 'upper95'> | null | undefined) =>
  (interval?.upper95 ?? NaN) - (interval?.lower95 ?? NaN);

/**
 * R, C and L in series: Z' = R and Z'' = Lω − q/ω with q = 1/C. In R, q and L this is linear, and the profile of a
 * linear model is the interval that every textbook gives: estimate ± t s √((XᵀX)⁻¹ᵢᵢ).
 */
const OMEGA = [1, 2, 3, 5, 8, 13];
const SERIES_RE = [2.1, 1.7, 2.3, 1.9, 2.4, 1.6];
/** Student's t, two-sided 95 %, 12 data − 3 parameters = 9 degrees (Abramowitz and Stegun 26.10). */
const T_9 = 2.262157;

function seriesExactly(im: readonly number[]) {
  const sum = (term: (k: number) => number) => OMEGA.reduce((total, _, k) => total + term(k), 0);
  const w = (k: number) => OMEGA[k] ?? NaN;
  const y = (k: number) => im[k] ?? NaN;
  // Normal equations of Z'' on ω and −1/ω; their product sums to −N.
  const ll = sum((k) => w(k) ** 2);
  const qq = sum((k) => w(k) ** -2);
  const lq = -OMEGA.length;
  const det = ll * qq - lq * lq;
  const [yl, yq] = [sum((k) => w(k) * y(k)), sum((k) => -y(k) / w(k))];
  const L = (qq * yl - lq * yq) / det;
  const q = (ll * yq - lq * yl) / det;
  const R = sum((k) => SERIES_RE[k] ?? NaN) / OMEGA.length;
  const rest = sum((k) => ((SERIES_RE[k] ?? NaN) - R) ** 2 + (y(k) - L * w(k) + q / w(k)) ** 2);
  const reach = T_9 * Math.sqrt(rest / 9);
  const around = (estimate: number, variance: number) => {
    const half = reach * Math.sqrt(variance);
    return { estimate, low: estimate - half, high: estimate + half };
  };
  return { R: around(R, 1 / OMEGA.length), L: around(L, qq / det), q: around(q, ll / det) };
}

function seriesProfile(parameter: string, im: readonly number[]) {
  const spectrum = {
    frequency_Hz: Float64Array.from(OMEGA, (omega) => omega / (2 * Math.PI)),
    zRe_ohm: Float64Array.from(SERIES_RE),
    zIm_ohm: Float64Array.from(im),
  };
  const circuit = withStart(circuitOf('R1-C1-L1'), { R1: 2, C1: 0.3, L1: 0.4 });
  return profileInterval({ spectrum, circuit, weighting: 'unit', parameter });
}

/** Lω − q/ω with L = 0.5, and q = 3 or 0.4, and errors of a few tenths. */
const ERRORS = [0.3, -0.2, 0.25, -0.35, 0.1, -0.05];
const seriesIm = (q: number) => OMEGA.map((omega, k) => 0.5 * omega - q / omega + (ERRORS[k] ?? 0));

describe('profileInterval', () => {
  test.each(['R1', 'L1'])('of %s in series is the interval of the linear regression it is', (parameter) => {
    const exact = seriesExactly(seriesIm(3))[parameter === 'R1' ? 'R' : 'L'];
    const found = seriesProfile(parameter, seriesIm(3));
    expect((found?.value ?? NaN) / exact.estimate).toBeCloseTo(1, 5);
    expect((found?.lower95 ?? NaN) / exact.low).toBeCloseTo(1, 5);
    expect((found?.upper95 ?? NaN) / exact.high).toBeCloseTo(1, 5);
  });

  test('of a capacitance is the inverse of that of 1/C, far from symmetric', () => {
    const exact = seriesExactly(seriesIm(3)).q;
    const found = seriesProfile('C1', seriesIm(3));
    expect((found?.lower95 ?? NaN) * exact.high).toBeCloseTo(1, 5);
    expect((found?.upper95 ?? NaN) * exact.low).toBeCloseTo(1, 5);
  });

  test('has no upper limit where 1/C may be zero', () => {
    const exact = seriesExactly(seriesIm(0.4)).q;
    expect(exact.estimate).toBeGreaterThan(0);
    expect(exact.low).toBeLessThan(0);
    const found = seriesProfile('C1', seriesIm(0.4));
    expect((found?.lower95 ?? NaN) * exact.high).toBeCloseTo(1, 5);
    expect(found?.upper95).toBeNull();
  });

  test.each(['R0', 'R1', 'CPE1.Q', 'CPE1.n'])('of %s is the linearised one where that holds', (name) => {
    const request = randles(name);
    const linear = fitCircuit(request)?.parameters.find((one) => one.name === name);
    expect(widthOf(profileInterval(request)) / widthOf(linear)).toBeCloseTo(1, 1);
  });

  test('has no lower limit for a resistance that the data do not see, and agrees with its bound above', () => {
    const request = randles('R0', { r0: 0 });
    const found = profileInterval(request);
    const bound = fitCircuit(request)?.parameters.find(({ name }) => name === 'R0');
    expect(bound?.verdict).toBe('upper-bound');
    expect(found?.lower95).toBeNull();
    expect((found?.upper95 ?? NaN) / (bound?.upper95 ?? NaN)).toBeCloseTo(1, 2);
  });

  test('has no lower limit where only the sum of two resistances is known, and their sum as its upper one', () => {
    const circuit = withStart(circuitOf('R0-R2-p(R1,CPE1)'), { ...RANDLES_TRUTH, R0: 5, R2: 5 });
    const found = profileInterval({ ...randles('R2'), circuit });
    expect(found?.lower95).toBeNull();
    const sum = profileInterval(randles('R0'));
    expect((found?.upper95 ?? NaN) / (sum?.upper95 ?? NaN)).toBeCloseTo(1, 2);
  });

  test('of a parameter that equals another is the interval of both', () => {
    const relations = [{ kind: 'equal', left: 'R0', right: 'R2' }] as const;
    const circuit = withStart(circuitOf('R0-R2-p(R1,CPE1)'), { ...RANDLES_TRUTH, R0: 5, R2: 5 });
    const both = profileInterval({ ...randles('R2'), circuit, relations });
    const single = profileInterval(randles('R0'));
    expect((2 * (both?.lower95 ?? NaN)) / (single?.lower95 ?? NaN)).toBeCloseTo(1, 4);
    expect((2 * (both?.upper95 ?? NaN)) / (single?.upper95 ?? NaN)).toBeCloseTo(1, 4);
  });

  test('can be asked for by the code that a fit says itself in', () => {
    const fit = fitCircuit({ ...randles('CPE1.n'), circuit: circuitOf('R0-p(R1,CPE1)') });
    const again = profileInterval({ ...randles('CPE1.n'), circuit: circuitOf(fit?.cdc ?? '') });
    expect(again?.lower95).toBeCloseTo(profileInterval(randles('CPE1.n'))?.lower95 ?? NaN, 6);
  });

  test('is not there for a locked or an unknown parameter', () => {
    const request = randles('R0');
    const locked = { R0: { value: 10, fixed: true, lower: null, upper: null } };
    const circuit = { ...request.circuit, settings: { ...request.circuit.settings, ...locked } };
    expect(profileInterval({ ...request, circuit })).toBeNull();
    expect(profileInterval({ ...request, parameter: 'R7' })).toBeNull();
  });
});

describe('bootstrapInterval', () => {
  test.each(['R0', 'R1', 'CPE1.Q', 'CPE1.n'])(
    'of %s is within a tenth of the linearised one',
    (name) => {
      const request = { ...randles(name), bootstrap: { replicates: 3999, seed: 7 } };
      const linear = fitCircuit(request)?.parameters.find((one) => one.name === name);
      expect(Math.abs(widthOf(bootstrapInterval(request)) / widthOf(linear) - 1)).toBeLessThan(0.1);
    },
    60_000,
  );

  test('is the same to the last bit for the same seed, and another for another', () => {
    const run = (seed: number) =>
      bootstrapInterval({ ...randles('R1'), bootstrap: { replicates: 79, seed } });
    expect(run(3)).toEqual(run(3));
    expect(run(3)?.lower95).not.toBe(run(4)?.lower95);
  });

  test('is refused for a parameter that the data do not determine', () => {
    expect(bootstrapInterval(randles('R0', { r0: 0 }))).toBeNull();
  });

  test('counts its refits and fails in none of them on a simple spectrum', () => {
    expect(bootstrapInterval(randles('R1'))).toMatchObject({ refits: 399, failedRefits: 0 });
  });
});
