import { expect, test } from 'vitest';
import { integrateLine, lineWindow } from '#core/xrd/compare/integrateLine.ts';
import { lineRatio, type LineRatio } from '#core/xrd/compare/lineRatio.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** A background that rises by `slope` per point, and peaks of five points at 30 and 32°. */
function scan(first: number, second: number, slope = 0): DiffractionPattern {
  const shape = [0.2, 0.6, 1, 0.6, 0.2];
  const intensity_counts = Float64Array.from({ length: 201 }, (_, i) => {
    const height = i < 100 ? first : second;
    const place = i < 100 ? i - 48 : i - 148;
    return 100 + slope * (i - 50) + height * (shape[place] ?? 0);
  });
  return {
    twoTheta_deg: Float64Array.from({ length: 201 }, (_, i) => 29 + 0.02 * i),
    intensity_counts,
    sigma_counts: intensity_counts.map(Math.sqrt),
    radiation: null,
  };
}

const windowAt = (angle: number, others_deg: readonly number[] = []) =>
  lineWindow({ twoTheta_deg: angle, end_deg: angle, endShare: 0 }, { halfWidth_deg: 0.105, others_deg });

function ratioIn(pattern: DiffractionPattern): LineRatio {
  const outcome = lineRatio(pattern, [windowAt(30)], windowAt(32));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.ratio;
}

test('2600 counts in steps of 0.02° are an area of 52, with the errors of eleven points and of the background', () => {
  const outcome = integrateLine(scan(1000, 0), windowAt(30));
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(outcome.line.net_countsDeg).toBeCloseTo(52, 9);
  // (1100 + 2600)·0.02² for the points; ten points of 100 ± 10 with the share 0.22/10 each for the background.
  expect(outcome.line.error_countsDeg).toBeCloseTo(Math.sqrt(1.48 + 0.484), 9);
  expect(outcome.line.background_countsDeg).toBeCloseTo(22, 9);
});

test('a background that slopes is taken off as such', () => {
  const outcome = integrateLine(scan(1000, 0, 1.5), windowAt(30));
  expect(outcome.ok && outcome.line.net_countsDeg).toBeCloseTo(52, 9);
});

test('a line half as high as that of the substrate has the ratio 0.5, with the errors of both', () => {
  const { ratio, error, lower95, upper95, isSeen } = ratioIn(scan(1000, 2000));
  expect(ratio).toBeCloseTo(0.5, 12);
  // σ² of the substrate: (1100 + 5200)·0.0004 + 0.484 = 3.004; (σ/r)² = 1.964/52² + 3.004/104².
  expect(error).toBeCloseTo(0.5 * Math.sqrt(1.964 / 52 ** 2 + 3.004 / 104 ** 2), 9);
  expect(isSeen).toBe(true);
  expect(lower95).toBeLessThan(0.5 - 1.9 * error);
  expect(upper95).toBeGreaterThan(0.5 + 1.9 * error);
});

test('a line that is not there gets a one-sided limit', () => {
  const { ratio, isSeen, limit95 } = ratioIn(scan(0, 2000));
  expect(ratio).toBeCloseTo(0, 12);
  expect(isSeen).toBe(false);
  // z·σ/√(s² − z²σₛ²) with σ² = 1100·0.0004 + 0.484 = 0.924, s = 104, σₛ² = 3.004.
  const square = 1.644854 ** 2;
  expect(limit95).toBeCloseTo(Math.sqrt((square * 0.924) / (104 ** 2 - square * 3.004)), 9);
});

test('a line that another one overlaps, that lies outside the scan or has no background is refused', () => {
  const pattern = scan(1000, 2000);
  expect(integrateLine(pattern, windowAt(30, [30.05]))).toEqual({ ok: false, refusal: 'overlapped' });
  expect(integrateLine(pattern, windowAt(28))).toEqual({ ok: false, refusal: 'out-of-range' });
  expect(integrateLine(pattern, windowAt(30, [30.2, 30.4, 30.6]))).toEqual({
    ok: false,
    refusal: 'no-background',
  });
  expect(lineRatio(pattern, [windowAt(30)], windowAt(31))).toEqual({
    ok: false,
    refusal: 'substrate-not-seen',
  });
  expect(lineRatio(pattern, [windowAt(28)], windowAt(32))).toEqual({
    ok: false,
    refusal: 'phase-out-of-range',
  });
});

test('with its profile a line has its whole area, tails included; without it, less', () => {
  // A Lorentzian of 0.1° and area 10 on 50 counts, by its formula.
  const twoTheta_deg = Float64Array.from({ length: 201 }, (_, i) => 28 + 0.02 * i);
  const intensity_counts = twoTheta_deg.map(
    (angle) => 50 + (10 * 0.05) / Math.PI / ((angle - 30) ** 2 + 0.05 ** 2),
  );
  const pattern = {
    twoTheta_deg,
    intensity_counts,
    sigma_counts: intensity_counts.map(Math.sqrt),
    radiation: null,
  };
  const line = { twoTheta_deg: 30, end_deg: 30, endShare: 0 };
  const shape = { fwhm_deg: 0.1, eta: 1 };
  const whole = integrateLine(pattern, lineWindow(line, { halfWidth_deg: 0.3, shape }));
  const cut = integrateLine(pattern, lineWindow(line, { halfWidth_deg: 0.3 }));
  expect(whole.ok && whole.line.net_countsDeg).toBeCloseTo(10, 9);
  // (2/π)·arctan 6 = 0.895 lies inside, and the background takes some of that.
  expect(cut.ok && cut.line.net_countsDeg).toBeLessThan(8.95);
});
