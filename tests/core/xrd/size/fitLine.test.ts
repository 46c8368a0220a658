import { expect, test } from 'vitest';
import { radiationOf } from '#core/xrd/radiations.ts';
import { fitLine } from '#core/xrd/size/fitLine.ts';
import { amalgamFilm } from '../../../simulate/amalgamFilm.ts';
import { createRandom } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa');
if (!radiation) throw new Error('no Cu Kα');
const options = { radiation, halfWidth_deg: 1, fwhm_deg: 0.12 };
const film = {
  weights: { 'LLTO-cub': 1 },
  strongest_counts: 2500,
  background_counts: 150,
  fwhm_deg: 0.16,
  eta: 0.4,
};

test('the width of a simulated doublet lies within two errors in nine of ten fits, and without bias', () => {
  let [hits, pulls] = [0, 0];
  for (let seed = 1; seed <= 100; seed += 1) {
    const pattern = { ...amalgamFilm(film, createRandom(seed)), radiation: null };
    const outcome = fitLine(pattern, 46.9, options);
    if (!outcome.ok) throw new Error(`seed ${seed}: ${outcome.refusal}`);
    const { fwhm_deg, fwhmError_deg, eta } = outcome.line;
    const pull = (fwhm_deg - 0.16) / fwhmError_deg;
    if (Math.abs(pull) < 1.96) hits += 1;
    pulls += pull;
    expect(Math.abs(eta - 0.4)).toBeLessThan(0.3);
  }
  expect(hits, 'seeds 1 to 100').toBeGreaterThanOrEqual(90);
  expect(Math.abs(pulls / 100), 'seeds 1 to 100').toBeLessThan(0.3);
});

test('where there is no line or no scan nothing is fitted', () => {
  const pattern = { ...amalgamFilm(film, createRandom(1)), radiation: null };
  const outcome = fitLine(pattern, 36.5, options);
  expect(outcome.ok).toBe(false);
  expect(fitLine(pattern, 80, options)).toEqual({ ok: false, refusal: 'out-of-range' });
});
