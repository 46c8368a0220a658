/** What lies under a halo: a background without the broad maxima of a liquid or a glass. */
import { snipBackground } from '#core/xrd/snipBackground.ts';

/** Halos have a full width below this; the humps of a background are broader. About 1.5 widths of 6.5°. */
const REACH_DEG = 10;
/** A background is smooth: on a coarser grid it is clipped as well, and much faster. */
const GRID_DEG = 0.1;

/**
 * The background clipped once more with a window that cuts off maxima up to some 7° wide; nowhere above it. What lies
 * between the two is the halo. Angles ascend, in °.
 */
export function smoothBase(twoTheta_deg: Float64Array, background_counts: Float64Array): Float64Array {
  const start = twoTheta_deg[0] ?? NaN;
  const span = (twoTheta_deg.at(-1) ?? NaN) - start;
  if (!(span > 0)) return background_counts;
  const cells = Math.min(twoTheta_deg.length, Math.ceil(span / GRID_DEG) + 1);
  const step = span / (cells - 1);
  const even = onGrid(twoTheta_deg, background_counts, { start, step, cells });
  const clipped = snipBackground(even, REACH_DEG / step);
  return background_counts.map((value, i) => {
    const place = ((twoTheta_deg[i] ?? NaN) - start) / step;
    const cell = Math.min(Math.floor(place), cells - 2);
    const [low, high] = [clipped[cell] ?? NaN, clipped[cell + 1] ?? NaN];
    return Math.min(value, low + (place - cell) * (high - low));
  });
}

interface EvenGrid {
  readonly start: number;
  readonly step: number;
  readonly cells: number;
}

/** Linear between the points. */
function onGrid(angles: Float64Array, values: Float64Array, { start, step, cells }: EvenGrid): Float64Array {
  let below = 0;
  return Float64Array.from({ length: cells }, (_, cell) => {
    const angle = start + cell * step;
    while (below + 2 < angles.length && (angles[below + 1] ?? NaN) <= angle) below += 1;
    const [from, to] = [angles[below] ?? NaN, angles[below + 1] ?? NaN];
    const part = to > from ? Math.min(1, Math.max(0, (angle - from) / (to - from))) : 0;
    return (1 - part) * (values[below] ?? NaN) + part * (values[below + 1] ?? NaN);
  });
}
