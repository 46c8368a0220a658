/**
 * Where the smallest and the largest value of every block of a long trace are, for blocks of 64, 512, 4096 …
 * samples. Built once; after that the extremes of any stretch cost a few hundred comparisons however long it is.
 */

/** Entry of a block in which nothing was recorded. */
export const NOTHING = 0xffffffff;

export interface PyramidLevel {
  readonly blockSize: number;
  /** Smallest value of each block, Infinity where nothing was recorded. */
  readonly min: Float64Array;
  /** Index into the trace of that value, or NOTHING. */
  readonly minAt: Uint32Array;
  readonly max: Float64Array;
  readonly maxAt: Uint32Array;
}

export interface MinMaxPyramid {
  readonly length: number;
  readonly levels: readonly PyramidLevel[];
}

const FINEST_BLOCK = 64;
export const BRANCHING = 8;

function createLevel(blockSize: number, blocks: number): PyramidLevel {
  return {
    blockSize,
    min: new Float64Array(blocks).fill(Infinity),
    minAt: new Uint32Array(blocks).fill(NOTHING),
    max: new Float64Array(blocks).fill(-Infinity),
    maxAt: new Uint32Array(blocks).fill(NOTHING),
  };
}

function finestLevel(values: Float64Array): PyramidLevel {
  const level = createLevel(FINEST_BLOCK, Math.ceil(values.length / FINEST_BLOCK));
  for (let block = 0; block < level.min.length; block++) {
    const end = Math.min((block + 1) * FINEST_BLOCK, values.length);
    let min = Infinity;
    let max = -Infinity;
    for (let i = block * FINEST_BLOCK; i < end; i++) {
      const value = values[i] ?? NaN;
      // Comparisons with NaN are false; infinities are no measurement either.
      if (value < min && value !== -Infinity) {
        min = value;
        level.minAt[block] = i;
      }
      if (value > max && value !== Infinity) {
        max = value;
        level.maxAt[block] = i;
      }
    }
    level.min[block] = min;
    level.max[block] = max;
  }
  return level;
}

function coarserLevel(finer: PyramidLevel): PyramidLevel {
  const level = createLevel(finer.blockSize * BRANCHING, Math.ceil(finer.min.length / BRANCHING));
  for (let child = 0; child < finer.min.length; child++) {
    const block = Math.floor(child / BRANCHING);
    const min = finer.min[child] ?? Infinity;
    const max = finer.max[child] ?? -Infinity;
    if (min < (level.min[block] ?? NaN)) {
      level.min[block] = min;
      level.minAt[block] = finer.minAt[child] ?? NOTHING;
    }
    if (max > (level.max[block] ?? NaN)) {
      level.max[block] = max;
      level.maxAt[block] = finer.maxAt[child] ?? NOTHING;
    }
  }
  return level;
}

/** The pyramid of a column; values that are NaN or infinite count as not recorded. */
export function minMaxPyramid(values: Float64Array): MinMaxPyramid {
  let level = finestLevel(values);
  const levels = [level];
  while (level.min.length > BRANCHING) {
    level = coarserLevel(level);
    levels.push(level);
  }
  return { length: values.length, levels };
}
