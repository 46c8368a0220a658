/**
 * Colour = group, lightness = cell within the group, the same in every view and figure. Lightness moves in OKLab
 * (B. Ottosson, "A perceptual color space for image processing", 2020), so equal steps look equal in every hue.
 * Five shades take turns: more could not be told apart as thin lines, so the sixth cell looks like the first.
 */
type Triple = readonly [number, number, number];

/** One step of OKLab lightness between two shades. */
const STEP = 0.1;
/** Steps away from the group's own lightness, in the order of the cells: neighbours are at least two steps apart. */
const TURNS = [0, 2, -1, 1, -2] as const;
/** Lightness of the middle shade: the lightest still stands out from white paper, the darkest still has a hue. */
const MIDDLE = { min: 0.52, max: 0.625 } as const;
/** What the lightness from 0 to 1 becomes on a dark window. */
const ON_DARK = { at: 0.38, slope: 0.62 } as const;

/** The same for black and greys, which are ink: black becomes nearly white. */
const INK_ON_DARK = { at: 0.95, slope: -0.35 } as const;
/** Less is grey. */
const LEAST_CHROMA = 0.02;

/** `#RRGGBB` of the cell at `order` (from 0) of a group with colour `groupColour` (`#RRGGBB`). */
export function cellColour(groupColour: string, order: number): string {
  const [lightness, a, b] = oklabOf(groupColour);
  const middle = Math.min(Math.max(lightness, MIDDLE.min), MIDDLE.max);
  const turn = TURNS[Math.max(0, order) % TURNS.length] ?? 0;
  if (turn === 0 && middle === lightness) return groupColour;
  return hexOf(displayable([middle + turn * STEP, a, b]));
}

/** The same colour light enough to be seen on a dark window; files and paper keep the first. */
export function colourOnDark(colour: string): string {
  const [lightness, a, b] = oklabOf(colour);
  const isInk = Math.hypot(a, b) < LEAST_CHROMA;
  const { at, slope } = isInk ? INK_ON_DARK : ON_DARK;
  return hexOf(displayable([at + slope * lightness, a, b]));
}

/** Less colourful, until red, green and blue exist: hue and lightness stay. */
function displayable([lightness, a, b]: Triple): Triple {
  let share = 1;
  while (share > 0 && !linearRgb([lightness, share * a, share * b]).every(isDisplayable)) share -= 0.02;
  return [lightness, share * a, share * b];
}

function isDisplayable(channel: number): boolean {
  return channel >= -1e-3 && channel <= 1 + 1e-3;
}

function oklabOf(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linearRgb([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexOf(colour: Triple): string {
  return `#${linearRgb(colour).map(hexByte).join('')}`;
}

function hexByte(value: number): string {
  const clipped = Math.min(Math.max(gamma(value), 0), 1);
  return Math.round(clipped * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
}

/** sRGB transfer function (IEC 61966-2-1) and its inverse. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function gamma(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * Math.max(value, 0) ** (1 / 2.4) - 0.055;
}
