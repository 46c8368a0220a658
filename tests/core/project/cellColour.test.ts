import { expect, test } from 'vitest';
import { cellColour } from '#core/project/cellColour.ts';
import { nextGroupColour } from '#core/project/groupPalette.ts';

/** Relative luminance of WCAG 2.2, an independent measure of lightness. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('a cell that is alone in its group has the colour of the group', () => {
  expect(cellColour('#D55E00', 0, 1)).toBe('#D55E00');
});

test('cells of a group go from dark to light in the order of the cells', () => {
  const shades = [0, 1, 2, 3].map((order) => luminance(cellColour('#0072B2', order, 4)));
  expect([...shades].sort((a, b) => a - b)).toEqual(shades);
  expect(new Set(shades).size).toBe(4);
});

test('the middle of three cells keeps the hue of the group: its channels keep their order', () => {
  const middle = cellColour('#D55E00', 1, 3);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(middle.slice(at, at + 2), 16));
  expect(r).toBeGreaterThan(g ?? 255);
  expect(g).toBeGreaterThan(b ?? 255);
});

test('the first two groups are vermilion and blue of Okabe and Ito', () => {
  expect(nextGroupColour([])).toBe('#D55E00');
  expect(nextGroupColour(['#d55e00'])).toBe('#0072B2');
});
