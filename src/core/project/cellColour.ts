/**
 * Colour = group, lightness = cell within the group, the same in every view and figure. Lightness moves in OKLab
 * (B. Ottosson, "A perceptual color space for image processing", 2020), so equal steps look equal in every hue.
 */
type Triple = readonly [number, number, number];

/** Half of the range of OKLab lightness that the cells of one group share. */
const LIGHTNESS_REACH = 0.14;

/** `#RRGGBB` of the cell at `order` (from 0) among `count` cells of a group with colour `groupColour` (`#RRGGBB`). */
export function cellColour(groupColour: string, order: number, count: number): string {
  if (count < 2) return groupColour;
  const [lightness, a, b] = oklabOf(groupColour);
  const position = Math.min(Math.max(order, 0), count - 1) / (count - 1);
  const centre = Math.min(Math.max(lightness, 0.3 + LIGHTNESS_REACH), 0.8 - LIGHTNESS_REACH);
  return hexOf([centre + (2 * position - 1) * LIGHTNESS_REACH, a, b]);
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

function hexOf([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map(hexByte).join('')}`;
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
