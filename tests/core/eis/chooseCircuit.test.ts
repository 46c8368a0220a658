import { describe, expect, test } from 'vitest';
import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { redundantArcs } from '#core/eis/redundantArc.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';
import { circuitOf } from './runProtocol.ts';

function arcs(list: readonly { r_ohm: number; tau_s: number; n: number }[], seed = 5) {
  const impedanceAt = (f: number) => {
    const parts = list.map(({ r_ohm, tau_s, n }) => relaxationImpedance({ r_ohm, tau_s, a: n, b: 1 }, f));
    return { re: 10 + parts.reduce((s, z) => s + z.re, 0), im: parts.reduce((s, z) => s + z.im, 0) };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  return noisySpectrum(impedanceAt, sweep, { noise: 0.005, random: createRandom(seed) });
}

const ONE = 'R0-p(R1,CPE1)';
const TWO = 'R0-p(R1,CPE1)-p(R2,CPE2)';
const oneArc = arcs([{ r_ohm: 100, tau_s: 1e-3, n: 0.85 }]);
const twoArcs = arcs([
  { r_ohm: 100, tau_s: 1e-4, n: 0.9 },
  { r_ohm: 300, tau_s: 0.05, n: 0.8 },
]);

describe('chooseCircuit', () => {
  test('chooses one arc for one arc and two for two', () => {
    expect(chooseCircuit({ spectrum: oneArc })?.fit.circuit).toBe(ONE);
    expect(chooseCircuit({ spectrum: twoArcs })?.fit.circuit).toBe(TWO);
  }, 30_000);

  test('refuses two arcs on the data of one, and says which parameters are not determined', () => {
    const choice = chooseCircuit({ spectrum: oneArc, candidates: [ONE, TWO] });
    const refused = choice?.candidates.find(({ circuit }) => circuit === TWO);
    const chosen = choice?.candidates.find(({ circuit }) => circuit === ONE);
    expect(chosen?.refusal).toBeNull();
    expect(refused?.refusal).toMatch(/not determined|at a limit|one arc too many/);
    expect(refused?.bic).toBeGreaterThan(chosen?.bic ?? Infinity);
  });

  test('tells of a circuit that is refused and yet shown, for want of another, why each parameter is not determined', () => {
    const choice = chooseCircuit({ spectrum: oneArc, candidates: [TWO] });
    const open = choice?.fit.parameters.filter(({ verdict }) => verdict !== 'determined') ?? [];
    expect(choice?.candidates[0]?.refusal).not.toBeNull();
    expect(open.length).toBeGreaterThan(0);
    for (const { verdict, reason } of open) expect(reason, verdict).not.toBe('');
  });

  test.each([1, 2, 3, 4, 5, 6])('never admits two arcs on the data of one (seed %i)', (seed) => {
    const spectrum = arcs([{ r_ohm: 100, tau_s: 1e-3, n: 0.85 }], seed);
    const choice = chooseCircuit({ spectrum, candidates: [ONE, TWO] });
    expect(choice?.fit.circuit).toBe(ONE);
    expect(choice?.candidates.find(({ circuit }) => circuit === TWO)?.refusal).not.toBeNull();
  });

  test('names a circuit with the same impedance as the chosen one', () => {
    // Two RC in series and the same ladder nested give the same impedance.
    const spectrum = arcs([
      { r_ohm: 100, tau_s: 1e-4, n: 1 },
      { r_ohm: 300, tau_s: 0.05, n: 1 },
    ]);
    const candidates = ['R0-p(R1,C1)-p(R2,C2)', 'R0-p(R1-p(R2,C2),C1)'];
    const choice = chooseCircuit({ spectrum, candidates });
    expect(choice?.fit.warnings.filter(({ code }) => code === 'degenerate')).toHaveLength(1);
  });

  test('ranks by the Bayesian criterion and gives a reason with the runner-up', () => {
    const choice = chooseCircuit({ spectrum: twoArcs, candidates: [ONE, TWO] });
    expect(choice?.reason).toContain(TWO);
    expect(choice?.runnerUp?.circuit).toBe(ONE);
    expect(choice?.criteriaAgree).toBe(true);
    expect(choice?.kramersKronig.valid).toBe(true);
  });
});

describe('redundantArcs', () => {
  test('says of two arcs fitted to the data of one that one is redundant', () => {
    const request = { spectrum: oneArc, circuit: circuitOf(TWO) };
    const fit = fitCircuit(request);
    const warnings = fit ? redundantArcs(request, fit) : [];
    expect(warnings.map(({ code }) => code)).toContain('redundant-arc');
    expect(warnings[0]?.detail).toContain('p(R');
  });

  test('says nothing of two arcs fitted to the data of two', () => {
    const request = { spectrum: twoArcs, circuit: circuitOf(TWO) };
    const fit = fitCircuit(request);
    expect(fit && redundantArcs(request, fit)).toEqual([]);
  });
});
