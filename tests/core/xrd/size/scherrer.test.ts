import { expect, test } from 'vitest';
import { tchShape } from '#core/xrd/peakProfile.ts';
import { instrumentBreadth, instrumentOfStandard } from '#core/xrd/size/instrumentBreadth.ts';
import { sampleBreadth, tchParts } from '#core/xrd/size/sampleBreadth.ts';
import { scherrer } from '#core/xrd/size/scherrer.ts';

const options = { wavelength_A: 1.5405929 };
const observed = { twoTheta_deg: 38.121, fwhm_deg: 0.25, fwhmError_deg: 0.005, eta: 0.5 };
const instrument = { fwhm_deg: 0.08, eta: 0.5 };

test('0.25° at 38.121° with 0.08° of the instrument is between 354.9 and 494.4 Å', () => {
  const outcome = scherrer(observed, instrument, options);
  if (!outcome.ok) throw new Error('refused');
  expect(outcome.size.gauss_A).toBeCloseTo(354.86217593494285, 6);
  expect(outcome.size.lorentz_A).toBeCloseTo(494.41566276626685, 6);
  expect(outcome.size.tch_A).toBeGreaterThan(354.9);
  expect(outcome.size.tch_A).toBeLessThan(494.4);
  // The error of the width adds to both ends: Kλ/cos θ over √(0.2598² − 0.08²)° and over (0.2402 − 0.08)°.
  expect(outcome.size.from_A).toBeCloseTo(340.0, 0);
  expect(outcome.size.to_A).toBeCloseTo(524.7, 0);
});

test.each([
  ['within a tenth of the instrument', { ...observed, fwhm_deg: 0.087, fwhmError_deg: 0.0001 }],
  ['within the error of the fit', { ...observed, fwhm_deg: 0.1, fwhmError_deg: 0.015 }],
  ['narrower than the instrument', { ...observed, fwhm_deg: 0.07, fwhmError_deg: 0.001 }],
])('a line %s gives no size', (_, line) => {
  const outcome = scherrer(line, instrument, options);
  expect(outcome).toMatchObject({ ok: false, refusal: 'instrument-limited' });
});

test('crystallites beyond 1500 Å are only said to be larger than a limit', () => {
  // √(0.065² − 0.04²) = 0.0512° at 38.121° is 1640 Å; with 1.645 errors of 0.001° more it is 1559 Å.
  const line = { ...observed, fwhm_deg: 0.065, fwhmError_deg: 0.001 };
  const outcome = scherrer(line, { fwhm_deg: 0.04, eta: 0.5 }, options);
  if (outcome.ok) throw new Error('not refused');
  expect(outcome.atLeast_A).toBeGreaterThan(1500);
  expect(outcome.atLeast_A).toBeLessThan(1640);
});

test.each([
  [0.06, 0.03, 0.07729681864521583, 0.464794060173271],
  [0.03, 0.06, 0.07296835868782169, 0.8624078760307669],
  [0.1, 0.001, 0.10053767133030188, 0.013540144697350901],
])('the parts of a pseudo-Voigt made of %f° and %f° are these again', (gauss, lorentz, fwhm_deg, eta) => {
  const parts = tchParts({ fwhm_deg, eta });
  expect(parts.gauss_deg).toBeCloseTo(gauss, 9);
  expect(parts.lorentz_deg).toBeCloseTo(lorentz, 9);
});

test('a Lorentzian sample on a Gaussian instrument is found by the parts alone', () => {
  // Gaussian 0.08° of the instrument, Lorentzian 0.2° of the sample.
  const breadth = sampleBreadth(tchShape(0.08, 0.2), { fwhm_deg: 0.08, eta: 0 });
  expect(breadth.tch_deg).toBeCloseTo(0.2, 9);
});

test('widths of a standard at four and more angles give U, V and W back', () => {
  const lines = [20, 38.12, 60, 90].map((twoTheta_deg, i) => ({
    twoTheta_deg,
    fwhm_deg: [0.06970333044719325, 0.07023106630282053, 0.08302508039604906, 0.12649110640673517][i] ?? NaN,
    fwhmError_deg: 0.001,
    eta: 0.3,
  }));
  const found = instrumentOfStandard(lines);
  expect(found?.widths.u_deg2).toBeCloseTo(0.02, 9);
  expect(found?.widths.v_deg2).toBeCloseTo(-0.01, 9);
  expect(found?.widths.w_deg2).toBeCloseTo(0.006, 9);
  expect(found && instrumentBreadth(found, 60).fwhm_deg).toBeCloseTo(0.08302508039604906, 9);
  expect(instrumentOfStandard(lines.slice(1))).toBe(undefined);
});
