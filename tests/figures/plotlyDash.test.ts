import { expect, test } from 'vitest';
import { plotlyDash, sampleDash } from '#figures/plotlyDash.ts';

test('a close dash grows with its line, others go by their name', () => {
  expect(plotlyDash('close', 1)).toBe('9px,2px');
  expect(plotlyDash('close', 1.5)).toBe('13.5px,3px');
  expect(plotlyDash('dot', 3)).toBe('dot');
});

test('the sample of a legend begins and ends with a whole stroke, whatever its length', () => {
  expect(sampleDash('solid', 20)).toBe('solid');
  // Dash of the line: stroke and gap alike. 21 = 7 + 7 + 7.
  expect(sampleDash('dash', 21)).toBe('7px,7px');
  for (const dash of ['dash', 'dot', 'dashdot', 'close'] as const) {
    const pattern = sampleDash(dash, 19.2).split(',').map(Number.parseFloat);
    const period = pattern.reduce((sum, length) => sum + length, 0);
    const [stroke = 0] = pattern;
    // What is left after whole periods is one stroke.
    const rest = (19.2 - stroke) / period;
    expect(rest).toBeCloseTo(Math.round(rest), 2);
  }
});
