import { expect, test } from 'vitest';
import { williamsonHall, type WilliamsonHall } from '#core/xrd/size/williamsonHall.ts';

const ANGLES = [24.754, 28.526, 33.057, 38.121, 48.294, 67.955];
const BREADTHS = [
  0.2381047647662902, 0.2513291263541571, 0.2677501580601867, 0.28687862506832035, 0.3282372037005147,
  0.42328184057218005,
];
const options = { wavelength_A: 1.5405929, isSoftMetal: false };

const line = (twoTheta_deg: number, fwhm_deg: number, instrument_deg: number) => ({
  observed: { twoTheta_deg, fwhm_deg, fwhmError_deg: 0.002, eta: 0.5 },
  instrument: { fwhm_deg: instrument_deg, eta: 0.5 },
});

function resultOf(...args: Parameters<typeof williamsonHall>): WilliamsonHall {
  const outcome = williamsonHall(...args);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.result;
}

test('six lines of 500 Å and a strain of 0.0015 give these back', () => {
  const rows = ANGLES.map((angle, i) => line(angle, BREADTHS[i] ?? NaN, 0));
  const { lorentz, size_A, strain } = resultOf(rows, options);
  expect(lorentz.size_A).toBeCloseTo(500, 6);
  expect(lorentz.strain).toBeCloseTo(0.0015, 9);
  expect(lorentz.chiSquared).toBeLessThan(1e-9);
  // The other law says something else, and both are quoted.
  expect(size_A?.some((size) => Math.abs(size - 500) < 1e-3)).toBe(true);
  expect(strain?.[1]).toBeGreaterThan(strain?.[0] ?? NaN);
});

test('Gaussian widths on an instrument of 0.06° give 400 Å and 0.002 back by squares', () => {
  const degree = 180 / Math.PI;
  const rows = ANGLES.map((angle) => {
    const theta = angle / 2 / degree;
    const size = (0.9 * 1.5405929) / 400 / Math.cos(theta);
    const strain = 4 * 0.002 * Math.tan(theta);
    return line(angle, Math.hypot(size * degree, strain * degree, 0.06), 0.06);
  });
  const { gauss } = resultOf(rows, options);
  expect(gauss.size_A).toBeCloseTo(400, 6);
  expect(gauss.strain).toBeCloseTo(0.002, 9);
});

test('without strain the slope is a limit', () => {
  const rows = ANGLES.map((angle) => line(angle, 0.25 / Math.cos((angle * Math.PI) / 360), 0));
  const { lorentz } = resultOf(rows, options);
  expect(lorentz.strain).toBe(null);
  expect(lorentz.strainAtMost).toBeGreaterThan(0);
  expect(lorentz.size_A).toBeCloseTo(((0.9 * 1.5405929) / 0.25) * (180 / Math.PI), 6);
});

test('three lines are too few, and lines as narrow as those of the instrument do not count', () => {
  const rows = ANGLES.map((angle, i) => line(angle, BREADTHS[i] ?? NaN, 0));
  expect(williamsonHall(rows.slice(0, 3), options)).toMatchObject({ ok: false, refusal: 'too-few-lines' });
  const limited = ANGLES.map((angle) => line(angle, 0.081, 0.08));
  expect(williamsonHall([...rows.slice(0, 3), ...limited.slice(3)], options)).toEqual({
    ok: false,
    refusal: 'instrument-limited',
    limitedLines_deg: ANGLES.slice(3),
  });
});

test('widths that scatter beyond their errors are told, and so is a soft metal', () => {
  const rows = ANGLES.map((angle, i) => line(angle, (BREADTHS[i] ?? NaN) * (i % 2 === 0 ? 1.2 : 0.85), 0));
  expect(resultOf(rows, { ...options, isSoftMetal: true }).doubts).toEqual([
    'anisotropic',
    'faults-and-texture',
  ]);
  const straight = ANGLES.map((angle, i) => line(angle, BREADTHS[i] ?? NaN, 0));
  expect(resultOf(straight, options).doubts).toEqual([]);
});
