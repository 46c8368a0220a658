import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { testKramersKronig } from '#core/eis/kramersKronig.ts';
import { secondOpinion } from '#core/eis/secondOpinion.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { zHit } from '#core/eis/zHit.ts';
import { importBytes } from '../../support/importBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';

const frequency_Hz = Float64Array.from({ length: 51 }, (_, k) => 10 ** (5 - k / 10));
const spectrum = { frequency_Hz, zRe_ohm: frequency_Hz, zIm_ohm: frequency_Hz };
const deviating = (isOff: (f: number) => boolean) => ({
  valid: false,
  modulus_ohm: frequency_Hz,
  deviation: frequency_Hz.map((f) => (isOff(f) ? 0.05 : 0)),
});
const passed = { valid: true, rcCount: 20, mu: 0.9 };

describe('where Kramers-Kronig finds nothing and Z-HIT does', () => {
  test('at an end of the sweep Z-HIT is the one that fails', () => {
    const said = secondOpinion(
      spectrum,
      passed,
      deviating((f) => f > 5e4),
    );
    expect(said).toContain('5 % off between 50100 Hz and 100000 Hz');
    expect(said).toContain('stays valid');
  });

  test('inside the sweep the spectrum is doubtful', () => {
    const said = secondOpinion(
      spectrum,
      passed,
      deviating((f) => f > 90 && f < 1100),
    );
    expect(said).toContain('between 100 Hz and 1000 Hz');
    expect(said).toContain('doubtful');
  });
});

test('elements that cancel each other are said to follow noise', () => {
  const said = secondOpinion(
    spectrum,
    { ...passed, rcCount: 48, mu: 0.01 },
    deviating((f) => f > 5e4),
  );
  expect(said).toContain('48 RC elements (mu 0.01)');
});

test('where both agree nothing is said', () => {
  expect(secondOpinion(spectrum, passed, { ...deviating(() => false), valid: true })).toBe('');
  expect(
    secondOpinion(
      spectrum,
      { ...passed, valid: false },
      deviating((f) => f > 5e4),
    ),
  ).toBe('');
  expect(secondOpinion(spectrum, passed, null)).toBe('');
});

const path = sharedFile('biologic/hybrid-drt/PEIS_SSB.mpr');

test.skipIf(path === null)('a real solid-state spectrum is valid, with the end of Z-HIT named', async () => {
  const outcome = await importBytes(readFileSync(path ?? ''), 'PEIS_SSB.mpr');
  const dataset = outcome.ok ? outcome.datasets.find(({ kind }) => kind === 'impedance') : undefined;
  const real = dataset && spectrumOf(dataset)?.spectrum;
  if (!real) throw new Error('no spectrum');
  const verdict = testKramersKronig(real);
  if (!verdict) throw new Error('not tested');
  expect(verdict.valid).toBe(true);
  expect(verdict.noiseRms).toBeLessThan(0.0015);
  expect(secondOpinion(real, verdict, zHit(real))).toContain('only at an end of the sweep');
});
