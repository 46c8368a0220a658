/** The extremes of a stretch of a trace, from its pyramid. */
import { BRANCHING, NOTHING, type MinMaxPyramid, type PyramidLevel } from '#core/numeric/minMaxPyramid.ts';

/** Indexes of the smallest and the largest value, or NOTHING where nothing was recorded. */
export interface Extremes {
  minAt: number;
  maxAt: number;
}

interface Search extends Extremes {
  min: number;
  max: number;
}

function scanSamples(values: Float64Array, from: number, to: number, search: Search): void {
  for (let i = from; i < to; i++) {
    const value = values[i] ?? NaN;
    if (value < search.min && value !== -Infinity) {
      search.min = value;
      search.minAt = i;
    }
    if (value > search.max && value !== Infinity) {
      search.max = value;
      search.maxAt = i;
    }
  }
}

function scanBlocks(level: PyramidLevel, from: number, to: number, search: Search): void {
  for (let block = from; block < to; block++) {
    const min = level.min[block] ?? NaN;
    const max = level.max[block] ?? NaN;
    if (min < search.min) {
      search.min = min;
      search.minAt = level.minAt[block] ?? NOTHING;
    }
    if (max > search.max) {
      search.max = max;
      search.maxAt = level.maxAt[block] ?? NOTHING;
    }
  }
}

/** Scans blocks [from, to) of a level: the ragged ends here, the middle one level up. */
function scanLevel(
  pyramid: MinMaxPyramid,
  at: { readonly depth: number; readonly from: number; readonly to: number },
  search: Search,
): void {
  const level = pyramid.levels[at.depth];
  if (!level) return;
  const first = Math.ceil(at.from / BRANCHING);
  const last = Math.floor(at.to / BRANCHING);
  if (first >= last || at.depth + 1 >= pyramid.levels.length) {
    scanBlocks(level, at.from, at.to, search);
    return;
  }
  scanBlocks(level, at.from, first * BRANCHING, search);
  scanLevel(pyramid, { depth: at.depth + 1, from: first, to: last }, search);
  scanBlocks(level, last * BRANCHING, at.to, search);
}

/** The extremes among samples [from, to) of the values the pyramid was built from. */
export function rangeExtremes(
  values: Float64Array,
  pyramid: MinMaxPyramid,
  from: number,
  to: number,
): Extremes {
  const search: Search = { min: Infinity, max: -Infinity, minAt: NOTHING, maxAt: NOTHING };
  const blockSize = pyramid.levels[0]?.blockSize ?? Infinity;
  const first = Math.ceil(from / blockSize);
  const last = Math.floor(to / blockSize);
  if (first >= last) {
    scanSamples(values, from, to, search);
  } else {
    scanSamples(values, from, first * blockSize, search);
    scanLevel(pyramid, { depth: 0, from: first, to: last }, search);
    scanSamples(values, last * blockSize, to, search);
  }
  return { minAt: search.minAt, maxAt: search.maxAt };
}
