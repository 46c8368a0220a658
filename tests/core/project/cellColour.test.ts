import { describe, expect, test } from 'vitest';
import { cellColour, colourOnDark } from '#core/project/cellColour.ts';
import { nextGroupColour } from '#core/project/groupPalette.ts';

function channelsOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** CIE 1976 L*a*b* for D65 (CIE 15:2004, 8.2.1): a second way to measure what OKLab was asked for. */
function labOf(hex: string): readonly number[] {
  const [r = 0, g = 0, b = 0] = channelsOf(hex).map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(first: string, second: string): number {
  const other = labOf(second);
  return Math.hypot(...labOf(first).map((value, i) => value - (other[i] ?? NaN)));
}

const GROUPS = Array.from({ length: 7 }, () => '').reduce<string[]>(
  (colours) => [...colours, nextGroupColour(colours)],
  [],
);

describe.each(GROUPS)('cells of a group %s', (group) => {
  const shades = Array.from({ length: 18 }, (_, order) => cellColour(group, order));

  test('neighbours are at least 15 apart in CIE Lab, and any two of the first five at least 7', () => {
    for (let i = 1; i < shades.length; i++) {
      expect(distance(shades[i - 1] ?? '', shades[i] ?? '')).toBeGreaterThan(15);
    }
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < i; j++) expect(distance(shades[i] ?? '', shades[j] ?? '')).toBeGreaterThan(7);
    }
  });

  test('neighbours stay at least 9 apart on a dark window, where none is darker than L* = 48', () => {
    const dark = shades.map(colourOnDark);
    for (let i = 1; i < dark.length; i++) {
      expect(distance(dark[i - 1] ?? '', dark[i] ?? '')).toBeGreaterThan(9);
    }
    for (const shade of dark) expect(labOf(shade)[0]).toBeGreaterThan(48);
  });

  test('none is lost on white paper', () => {
    for (const shade of shades) expect(labOf(shade)[0]).toBeLessThan(82);
  });
});

test('the first cell of the first two groups has the colour of its group', () => {
  expect(cellColour('#D55E00', 0)).toBe('#D55E00');
  expect(cellColour('#0072B2', 0)).toBe('#0072B2');
});

test('a cell keeps its colour when others join its group', () => {
  expect(cellColour('#0072B2', 1)).toBe(cellColour('#0072B2', 6));
});

test('every shade keeps the hue of the group: its channels keep their order', () => {
  for (let order = 0; order < 5; order++) {
    const [r = 0, g = 0, b = 0] = channelsOf(cellColour('#D55E00', order));
    expect(r).toBeGreaterThan(g);
    expect(g).toBeGreaterThanOrEqual(b);
  }
});

test('the first two groups are vermilion and blue of Okabe and Ito', () => {
  expect(nextGroupColour([])).toBe('#D55E00');
  expect(nextGroupColour(['#d55e00'])).toBe('#0072B2');
});
