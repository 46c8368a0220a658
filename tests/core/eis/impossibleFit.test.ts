import { describe, expect, test } from 'vitest';
import { computeBatchItem } from '#core/eis/batchItem.ts';
import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { impossibilitiesOf } from '#core/eis/impossibleFit.ts';
import { roleWarnings } from '#core/eis/roleWarnings.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';
import { circuitOf } from './runProtocol.ts';

/** Simulated: 10 ohm and an arc of 100 ohm at 1 ms, 1 MHz to 0.1 Hz: a real part of at most about 110 ohm. */
const spectrum = noisySpectrum(
  (f) => {
    const arc = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.85, b: 1 }, f);
    return { re: 10 + arc.re, im: arc.im };
  },
  sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 }),
  { noise: 0.005, random: createRandom(5) },
);

const ONE = 'R0-p(R1,CPE1)';
const TWO = 'R0-p(R1,CPE1)-p(R2,CPE2)';

function reasons(text: string, values: Readonly<Record<string, number>>): readonly string[] {
  return impossibilitiesOf({ root: circuitOf(text).root, values: new Map(Object.entries(values)) }, spectrum);
}

describe('impossibilitiesOf', () => {
  test('finds nothing against the circuit and values that the spectrum was made from', () => {
    expect(reasons(ONE, { R0: 10, R1: 100, 'CPE1.Q': 1e-3 ** 0.85 / 100, 'CPE1.n': 0.85 })).toEqual([]);
  });

  test('refuses more resistance in series than the whole real part', () => {
    const found = reasons(ONE, { R0: 200, R1: 1, 'CPE1.Q': 1e-3, 'CPE1.n': 1 });
    expect(found.join()).toContain('200 ohm in series are more than the whole real part');
  });

  test('refuses a resistance that has vanished', () => {
    const found = reasons(ONE, { R0: 1e-6, R1: 100, 'CPE1.Q': 1e-5, 'CPE1.n': 1 });
    expect(found).toEqual(['no resistance is left in R0']);
  });

  test.each([
    // 1/(2π R C): 100 ohm and 10 pF have their top at 159 MHz, 100 ohm and 10 F at 0.16 mHz.
    [1e-11, '159000000 Hz'],
    [10, '0.000159 Hz'],
  ])('refuses an arc whose top lies far outside the band (%s F)', (capacitance_F, top) => {
    const found = reasons('R0-p(R1,C1)', { R0: 10, R1: 100, C1: capacitance_F });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(top);
  });

  test('leaves an arc alone whose flank the band still holds', () => {
    // 1/(2π · 100 ohm · 0.5 nF) = 3.2 MHz
    expect(reasons('R0-p(R1,C1)', { R0: 10, R1: 100, C1: 5e-10 })).toEqual([]);
  });
});

describe('roleWarnings', () => {
  const ONE_OF_2 = { area_cm2: 2, interfaces: 1 } as const;
  const root = circuitOf(ONE).root;
  /** n = 1: Q is the capacitance, 2 µF on 2 cm² is 1 µF/cm². */
  const fitted = (q: number) => ({
    root,
    values: new Map([
      ['R0', 10],
      ['R1', 100],
      ['CPE1.Q', q],
      ['CPE1.n', 1],
    ]),
  });

  test('accepts a capacitance of the class of its role', () => {
    expect(roleWarnings(fitted(2e-6), { capacitances: { CPE1: 'interface' }, electrodes: ONE_OF_2 })).toEqual(
      [],
    );
  });

  test('warns of one outside it, with its size per area', () => {
    const found = roleWarnings(fitted(2e-6), {
      capacitances: { CPE1: 'grain-boundary' },
      electrodes: ONE_OF_2,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'capacitance-class', subject: 'CPE1' });
    expect(found[0]?.detail).toContain('0.000001 F/cm2');
  });

  test('counts an interface of a symmetric cell double, since two in series have half the capacitance', () => {
    // 12 µF on 2 cm² are 6 µF/cm², and 12 µF/cm² of each of two: above the 10 µF/cm² of an interface.
    const of = (interfaces: 1 | 2, id: 'interface' | 'grain-boundary', q: number) =>
      roleWarnings(fitted(q), { capacitances: { CPE1: id }, electrodes: { area_cm2: 2, interfaces } });
    expect(of(1, 'interface', 12e-6)).toEqual([]);
    expect(of(2, 'interface', 12e-6)[0]?.detail).toContain('0.000012 F/cm2');
    // A grain boundary is there once, whatever the electrodes: 12 nF on 2 cm² are 6 nF/cm², within 10.
    expect(of(2, 'grain-boundary', 12e-9)).toEqual([]);
  });
});

test('a fit with the circuit of its cell is warned of a capacitance that does not suit its element', () => {
  // 100 ohm at 1 ms: about 10 µF on 0.001 cm² are 0.01 F/cm², no interface.
  const options = {
    steps: ['fit'],
    circuit: circuitOf('L0-R0-p(R1,CPE1)-p(R2,CPE2)'),
    cell: 'li-se',
  } as const;
  const codes = (area_cm2: number) =>
    computeBatchItem({ spectrum, options: { ...options, electrodes: { area_cm2, interfaces: 2 } } })
      .fit?.warnings.filter(({ code }) => code === 'capacitance-class')
      .map(({ subject }) => subject);
  expect(codes(1e-3)).toContain('CPE2');
  expect(computeBatchItem({ spectrum, options }).fit?.warnings.map(({ code }) => code)).not.toContain(
    'capacitance-class',
  );
});

test('a fit says in a sentence how it ended and how often it was taken up again', () => {
  const ending = fitCircuit({ spectrum, circuit: circuitOf(ONE) })?.ending;
  expect(ending).toMatch(/^The fit converged: .*; the best of \d+ starts\.$/);
  // Of two arcs for one the second dies, or its capacitance is not felt.
  const first = { R0: 10, R1: 100, 'CPE1.Q': 1e-5, 'CPE1.n': 0.9 };
  const start = { ...first, R2: 1, 'CPE2.Q': 1e-2, 'CPE2.n': 0.9 };
  const settings = Object.fromEntries(
    Object.entries(start).map(([name, value]) => [name, { value, fixed: false, lower: null, upper: null }]),
  );
  const lost = fitCircuit({ spectrum, circuit: { ...circuitOf(TWO), settings }, maxStarts: 1 });
  expect(lost?.restarts).toBeGreaterThan(0);
  expect(lost?.ending).toContain('taken up again');
});

test('the choice lists what it refused, each with the reason that its candidate gives', () => {
  const choice = chooseCircuit({ spectrum, candidates: [ONE, TWO] });
  const candidate = choice?.candidates.find(({ circuit }) => circuit === TWO);
  expect(choice?.refused).toEqual([{ circuit: TWO, reason: candidate?.refusal }]);
});

test('the choice names pairs of circuits that no statistics can tell apart', () => {
  // Two RC in series and the same ladder nested have the same impedance.
  const twins = noisySpectrum(
    (f) => {
      const parts = [
        relaxationImpedance({ r_ohm: 100, tau_s: 1e-4, a: 1, b: 1 }, f),
        relaxationImpedance({ r_ohm: 300, tau_s: 0.05, a: 1, b: 1 }, f),
      ];
      return { re: 10 + parts.reduce((s, z) => s + z.re, 0), im: parts.reduce((s, z) => s + z.im, 0) };
    },
    sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 }),
    { noise: 0.005, random: createRandom(5) },
  );
  const candidates = ['R0-p(R1,C1)-p(R2,C2)', 'R0-p(R1-p(R2,C2),C1)'];
  const pairs = chooseCircuit({ spectrum: twins, candidates })?.degeneratePairs ?? [];
  expect(pairs.map((pair) => [...pair].sort())).toEqual([[...candidates].sort()]);
});
