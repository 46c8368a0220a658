import { describe, expect, test } from 'vitest';
import { radiationOf } from '#core/xrd/radiations.ts';
import { hasAlpha2, stripAlpha2 } from '#core/xrd/stripAlpha2.ts';
import { knownPattern } from '../../simulate/knownBackground.ts';

const doublet = radiationOf('CuKa');
if (!doublet) throw new Error('no radiation');
const STRONGEST = 9000;

function stripped(step_deg: number, fwhm_deg: number) {
  const known = knownPattern({ haloHeight_counts: 0, random: null, step_deg, fwhm_deg });
  const lines = known.ka1Lines_counts.map((value, i) => value + (known.ka2Lines_counts[i] ?? NaN));
  const found = stripAlpha2(known.twoTheta_deg, lines, doublet ?? never());
  const apart = found.map((value, i) => Math.abs(value - (known.ka1Lines_counts[i] ?? NaN)));
  return { known, worst: Math.max(...apart) / STRONGEST };
}

function never(): never {
  throw new Error('no radiation');
}

describe('a simulated doublet without its Kα2', () => {
  test.each([
    [0.01, 0.08],
    [0.02, 0.12],
  ])(
    'is the pattern of Kα1 alone within 0.5 %% of the strongest line (step %s°, width %s°)',
    (step, width) => {
      expect(stripped(step, width).worst).toBeLessThan(0.005);
    },
  );

  test('is that within 3 % with a width of only two and a half steps', () => {
    expect(stripped(0.04, 0.1).worst).toBeLessThan(0.03);
  });
});

test('a level pattern is left with the share of Kα1, 1/(1 + 0.5)', () => {
  const angles = Float64Array.from({ length: 500 }, (_, i) => 20 + 0.05 * i);
  const left = stripAlpha2(angles, new Float64Array(500).fill(300), doublet);
  for (const value of left) expect(value).toBeCloseTo(200, 9);
});

test('a point that was not recorded spoils none but itself', () => {
  const angles = Float64Array.from({ length: 500 }, (_, i) => 20 + 0.05 * i);
  const counts = new Float64Array(500).fill(300);
  counts[100] = NaN;
  const left = stripAlpha2(angles, counts, doublet);
  expect(left[100]).toBeNaN();
  expect(left.filter(Number.isNaN).length).toBe(1);
  expect(left[110]).toBeCloseTo(200, 9);
});

test('only X-rays with both lines can be stripped', () => {
  expect(['CuKa1', 'CuKa', 'MoKaKb', 'CoKb1'].map((id) => hasAlpha2(radiationOf(id) ?? null))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(hasAlpha2(null)).toBe(false);
});
