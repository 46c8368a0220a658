import { describe, expect, test } from 'vitest';
import type { CellPattern } from '#figures/diffractionFigure.ts';
import { patternDifferenceFigure } from '#figures/patternDifferenceFigure.ts';

const style = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
const twoTheta_deg = Float64Array.of(20, 30, 40);

function patternOf(label: string, counts: readonly number[]): CellPattern {
  const source = { id: label, cell: label, group: 'amalgam', fileName: `${label}.xy`, sha256: '' };
  const look = { groupColour: '#0072B2', colour: '#0072B2', dash: 'solid' } as const;
  const identity = { id: label, name: label, group: 'amalgam', ...look };
  const intensity_counts = Float64Array.from(counts);
  return { ...identity, source, label, wavelength_A: 1.5405929, twoTheta_deg, intensity_counts, found: [] };
}

const before = patternOf('pristine', [10, 100, 10]);
const after = patternOf('cycled', [20, 50, 20]);
/** After − 2 × before, with a counting error of 5 at every point. */
const difference = {
  twoTheta_deg,
  difference_counts: Float64Array.of(0, -150, 0),
  error_counts: Float64Array.of(5, 5, 5),
  scaleError_counts: new Float64Array(3),
  factor: 2,
  factorError: 0.1,
  isResampled: false,
  onlyInOne: [],
};
const options = { style, simulated: false, axis: 'twoTheta', phases: [], notes: ['n'] } as const;
const drawn = patternDifferenceFigure({ before, after, difference }, options);

describe('two patterns compared', () => {
  test('lie over each other, the former times its factor, with the factor told', () => {
    const [first, second] = drawn.panels.find(({ id }) => id === 'patterns')?.traces ?? [];
    expect(first?.series.yScale.factor).toBe(2);
    expect(second?.series.yScale.factor).toBe(1);
    expect(drawn.legend[0]?.label).toMatch(/2/u);
    expect(drawn.legend[1]?.label).toBe('cycled');
  });

  test('have their difference below, about zero, with the band of 95 %', () => {
    const panel = drawn.panels.find(({ id }) => id === 'difference');
    expect(panel?.yLines).toEqual([0]);
    const ys = panel?.traces.map(({ series }) => series.y[1] ?? NaN) ?? [];
    // ±1.96 × 5 about −150.
    expect(ys.map((y) => Math.round(10 * y) / 10)).toEqual([-159.8, -140.2, -150]);
    expect(panel?.showsXLabels).toBe(true);
  });

  test('without phases leave no room for their lines', () => {
    expect(drawn.panels.map(({ id }) => id)).toEqual(['patterns', 'difference']);
  });
});
