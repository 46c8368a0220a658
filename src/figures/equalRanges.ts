/** Limits of two axes in which one unit is as long upwards as to the right. */
import type { Frame } from '#figures/figure.ts';

export type Limits = readonly [number, number];

export interface EqualRanges {
  readonly x: Limits;
  readonly y: Limits;
  readonly mmPerUnit: number;
}

/** Free room around the data, as a share of the frame. */
const AIR = 0.05;
/** Above the data words may stand. */
const AIR_ABOVE = 0.1;
/** Zero is shown where it costs no more than this share of the axis. */
const ZERO_SHARE = 0.5;

function withZero([low, high]: Limits): Limits {
  if (low > 0 && low < ZERO_SHARE * high) return [0, high];
  if (high < 0 && high > ZERO_SHARE * low) return [low, 0];
  return [low, high];
}

/** The data stand in the lower left: what the frame has more of is to the right and above. */
export function equalRanges({ width_mm, height_mm }: Frame, x: Limits, y: Limits): EqualRanges {
  const [left, right] = withZero(x);
  const [bottom, top] = withZero(y);
  const perMm = Math.max(
    (right - left) / (width_mm * (1 - 2 * AIR)),
    (top - bottom) / (height_mm * (1 - AIR - AIR_ABOVE)),
    Number.MIN_VALUE,
  );
  const from = left - AIR * width_mm * perMm;
  const below = bottom - AIR * height_mm * perMm;
  return {
    x: [from, from + width_mm * perMm],
    y: [below, below + height_mm * perMm],
    mmPerUnit: 1 / perMm,
  };
}

/** Smallest and largest finite value; null without one. */
export function limitsOf(lists: Iterable<Float64Array>): Limits | null {
  let [low, high] = [Infinity, -Infinity];
  for (const values of lists) {
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}
