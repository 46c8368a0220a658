import { expect, test } from 'vitest';
import { plotlyDash } from '#figures/plotlyDash.ts';

test('a close dash grows with its line, others go by their name', () => {
  expect(plotlyDash('close', 1)).toBe('9px,2px');
  expect(plotlyDash('close', 1.5)).toBe('13.5px,3px');
  expect(plotlyDash('dot', 3)).toBe('dot');
});
