import { describe, expect, test } from 'vitest';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { informationCriteria } from '#core/numeric/informationCriteria.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';
import { createRandom } from '../../simulate/random.ts';
import { protocolCase } from '../../simulate/fitProtocol.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';
import { circuitOf, runProtocol, withStart } from './runProtocol.ts';

/** R0 + ZARCs with known noise. */
function arcs(
  list: readonly { r_ohm: number; tau_s: number; n: number }[],
  { r0 = 10, noise = 0.003, seed = 5 } = {},
) {
  const impedanceAt = (f: number) => {
    const parts = list.map(({ r_ohm, tau_s, n }) => relaxationImpedance({ r_ohm, tau_s, a: n, b: 1 }, f));
    return { re: r0 + parts.reduce((s, z) => s + z.re, 0), im: parts.reduce((s, z) => s + z.im, 0) };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  return noisySpectrum(impedanceAt, sweep, { noise, random: createRandom(seed) });
}

function fitted(request: Parameters<typeof fitCircuit>[0]) {
  const fit = fitCircuit(request);
  if (!fit) throw new Error('no fit');
  const byName = Object.fromEntries(fit.parameters.map((parameter) => [parameter.name, parameter]));
  return { fit, byName };
}

describe('fitCircuit', () => {
  test('reaches without guesses the sum of squares of a fit from the truth (40 of the 400 simulated spectra)', () => {
    const worse = Array.from({ length: 40 }, (_, seed) => runProtocol(seed)).filter(
      ({ ratio }) => !(ratio <= 1.01),
    );
    expect(worse).toEqual([]);
  }, 60_000);

  test('finds both arcs within their own intervals, fast one first', () => {
    const truth = [
      { r_ohm: 300, tau_s: 0.05, n: 0.85 },
      { r_ohm: 100, tau_s: 1e-4, n: 0.9 },
    ];
    const { fit, byName } = fitted({ spectrum: arcs(truth), circuit: circuitOf('R0-p(R1,CPE1)-p(R2,CPE2)') });
    expect(fit.status).toBe('converged');
    expect(fit.parameters.map(({ verdict }) => verdict)).toEqual(Array(7).fill('determined'));
    const expected = {
      R0: 10,
      R1: 100,
      'CPE1.n': 0.9,
      R2: 300,
      'CPE2.n': 0.85,
      'CPE2.Q': 0.05 ** 0.85 / 300,
    };
    for (const [name, value] of Object.entries(expected)) {
      const { value: found = NaN, standardError } = byName[name] ?? {};
      expect(Math.abs(found - value), name).toBeLessThan(4 * (standardError ?? 0));
    }
  });

  test('its intervals hold the truth about 95 times of 100', () => {
    const covered = Array.from({ length: 100 }, (_, k) => {
      const spectrum = arcs([{ r_ohm: 100, tau_s: 1e-3, n: 0.9 }], { noise: 0.01, seed: 100 + k });
      const { byName } = fitted({ spectrum, circuit: circuitOf('R0-p(R1,CPE1)') });
      const { lower95, upper95 } = byName['R1'] ?? {};
      return (lower95 ?? 0) <= 100 && 100 <= (upper95 ?? 0);
    }).filter(Boolean).length;
    // Binomial with p = 0.95: 89 to 100 in 99.5 of 100 series.
    expect(covered).toBeGreaterThanOrEqual(89);
  }, 60_000);

  test('keeps fixed parameters and limits', () => {
    const circuit = circuitOf('R0-p(R1,CPE1)');
    const settings = {
      R0: { value: 12, fixed: true, lower: null, upper: null },
      'CPE1.n': { value: null, fixed: false, lower: null, upper: 0.8 },
    };
    const spectrum = arcs([{ r_ohm: 100, tau_s: 1e-3, n: 0.9 }]);
    const { byName } = fitted({ spectrum, circuit: { ...circuit, settings } });
    expect(byName['R0']).toMatchObject({ value: 12, fixed: true, standardError: null });
    expect(byName['CPE1.n']?.value).toBeCloseTo(0.8, 9);
    expect(byName['CPE1.n']?.verdict).toBe('at-bound');
    expect(byName['CPE1.n']?.reason).not.toBe('');
  });

  test('keeps relations: equal exponents, and one time constant below the other', () => {
    const truth = [
      { r_ohm: 100, tau_s: 1e-3, n: 0.9 },
      { r_ohm: 200, tau_s: 1, n: 0.9 },
    ];
    const { byName } = fitted({
      spectrum: arcs(truth),
      circuit: circuitOf('R0-ZARC1-ZARC2'),
      relations: [
        { kind: 'less', left: 'ZARC1.tau', right: 'ZARC2.tau' },
        { kind: 'equal', left: 'ZARC1.n', right: 'ZARC2.n' },
      ],
    });
    expect(byName['ZARC1.n']?.value).toBe(byName['ZARC2.n']?.value);
    expect(Math.log10(byName['ZARC1.tau']?.value ?? NaN)).toBeCloseTo(-3, 1);
    expect(Math.log10(byName['ZARC2.tau']?.value ?? NaN)).toBeCloseTo(0, 1);
  });

  test('says of a resistance far below all others only that it is small', () => {
    const spectrum = arcs([{ r_ohm: 1000, tau_s: 1e-3, n: 0.9 }], { r0: 0, noise: 0.01 });
    const { byName } = fitted({ spectrum, circuit: circuitOf('R0-p(R1,CPE1)') });
    expect(byName['R0']?.verdict).toBe('upper-bound');
    expect(byName['R0']?.upper95).toBeLessThan(20);
    expect(byName['R0']?.standardError).toBeNull();
  });

  test('weights by the modulus unless told otherwise', () => {
    const { spectrum, circuit } = protocolCase(1);
    const request = { spectrum, circuit: circuitOf(circuit) };
    expect(fitted(request).fit.weighting).toBe('modulus');
    for (const weighting of ['modulus', 'proportional', 'unit'] as const)
      expect(fitted({ ...request, weighting }).fit.chiSquared_modulus).toBeGreaterThan(0);
    const chi = (weighting: 'modulus' | 'unit') => fitted({ ...request, weighting }).fit.chiSquared_modulus;
    expect(chi('modulus')).toBeLessThanOrEqual(chi('unit'));
  });

  test('gives the same numbers for the same seed', () => {
    const { spectrum, circuit } = protocolCase(3);
    const run = () => fitCircuit({ spectrum, circuit: circuitOf(circuit), seed: 9 });
    expect(run()).toEqual(run());
  });

  test('starts where it is told and moves a start outside the limits inside', () => {
    const circuit = withStart(circuitOf('R0-p(R1,C1)'), { R0: 1, R1: 1e30, C1: 1e-6 });
    const { byName } = fitted({ spectrum: arcs([{ r_ohm: 100, tau_s: 1e-3, n: 1 }]), circuit });
    expect(byName['R1']?.value).toBeCloseTo(100, -1);
  });

  test('is null when there are fewer data than parameters', () => {
    const spectrum = arcs([{ r_ohm: 100, tau_s: 1e-3, n: 1 }]);
    const few = {
      frequency_Hz: spectrum.frequency_Hz.slice(0, 3),
      zRe_ohm: spectrum.zRe_ohm.slice(0, 3),
      zIm_ohm: spectrum.zIm_ohm.slice(0, 3),
    };
    expect(fitCircuit({ spectrum: few, circuit: circuitOf('R0-p(R1,CPE1)-p(R2,CPE2)') })).toBeNull();
  });
});

describe('informationCriteria', () => {
  test.each([
    [0.0123, 5, -1028.531, -1012.899],
    [0.011, 8, -1034.32, -1011.425],
  ])('of S = %d with %d free parameters and 114 data', (sum, parameters, aicc, bic) => {
    const found = informationCriteria(sum, 114, parameters);
    expect(found.aicc).toBeCloseTo(aicc, 3);
    expect(found.bic).toBeCloseTo(bic, 3);
  });
});

describe('studentQuantile', () => {
  // Abramowitz and Stegun, table 26.10.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('at %d degrees of freedom', (degrees, t) => {
    expect(studentQuantile(degrees, 0.95)).toBeCloseTo(t, 3);
  });
});
