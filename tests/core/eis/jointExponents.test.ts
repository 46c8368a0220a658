import { describe, expect, test } from 'vitest';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { parameterValues } from '#core/eis/parameterValues.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';
import { circuitOf } from './runProtocol.ts';

function spectrumOf({ a, b }: { readonly a: number; readonly b: number }) {
  return noisySpectrum(
    (f) => {
      const arc = relaxationImpedance({ r_ohm: 100, tau_s: 1e-2, a, b }, f);
      return { re: 10 + arc.re, im: arc.im };
    },
    sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.01, points: 81 }),
    { noise: 0.002, random: createRandom(7) },
  );
}

function exponentsOf(spectrum: ReturnType<typeof spectrumOf>) {
  const fit = fitCircuit({ spectrum, circuit: circuitOf('R0-HN1') });
  const of = (name: string) => {
    const found = fit?.parameters.find((parameter) => parameter.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  return { a: of('HN1.a'), b: of('HN1.b') };
}

describe('Havriliak-Negami arcs', () => {
  test('are fitted with b above 1 where a b stays below 1', () => {
    const { a, b } = exponentsOf(spectrumOf({ a: 0.6, b: 1.4 }));
    expect(Math.abs(a.value - 0.6)).toBeLessThan(4 * (a.standardError ?? 0));
    expect(Math.abs(b.value - 1.4)).toBeLessThan(4 * (b.standardError ?? 0));
  });

  test('are still fitted with b below 1', () => {
    const { a, b } = exponentsOf(spectrumOf({ a: 0.85, b: 0.7 }));
    expect(Math.abs(a.value - 0.85)).toBeLessThan(4 * (a.standardError ?? 0));
    expect(Math.abs(b.value - 0.7)).toBeLessThan(4 * (b.standardError ?? 0));
  });

  test('keep a b at 1 where the data lie on that limit', () => {
    const { a, b } = exponentsOf(spectrumOf({ a: 0.8, b: 1.25 }));
    expect(a.value * b.value).toBeLessThanOrEqual(1 + 1e-12);
    expect(a.value * b.value).toBeGreaterThan(0.97);
  });

  test('are refused as text with a b above 1, with the position', () => {
    // R( = 1, H = 2, { = 3, the first parameter at 4
    const parsed = parseCircuit('RH{R=100,tau=1e-3,a=0.9,b=1.2}');
    expect(parsed.ok ? null : parsed.problem).toMatchObject({ code: 'circuit-product', position: 4 });
    expect(parseCircuit('RH{R=100,tau=1e-3,a=0.5,b=1.9}').ok).toBe(true);
  });

  test('are refused as values with a b above 1', () => {
    const given = (b: number) =>
      new Map(Object.entries({ 'HN1.R': 1, 'HN1.tau': 1, 'HN1.a': 0.5, 'HN1.b': b }));
    const refused = parameterValues(circuitOf('HN1'), given(2.1));
    expect(refused.ok ? null : refused.problem).toMatchObject({ code: 'parameter-product', second: 'HN1.b' });
    expect(parameterValues(circuitOf('HN1'), given(2)).ok).toBe(true);
  });
});
