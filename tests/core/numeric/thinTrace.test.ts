import { describe, expect, test } from 'vitest';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { isNonDecreasing, searchNear, searchSorted } from '#core/numeric/searchSorted.ts';
import { thinTrace, type Trace } from '#core/numeric/thinTrace.ts';

const SEED = Number(process.env['AMALGAM_TEST_SEED'] ?? Date.now() % 1e9);

/** Marsaglia's xorshift32, so that a failing run can be repeated from its printed seed. */
function createRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function trace(x: Float64Array, y: Float64Array): Trace {
  return { x, y, pyramid: minMaxPyramid(y), xIsSorted: isNonDecreasing(x) };
}

/** Irregular times, slow drift, noise, single-sample spikes and stretches without values. */
function randomTrace(random: () => number, length: number): Trace {
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  let time = 0;
  let blank = 0;
  for (let i = 0; i < length; i++) {
    time += random() < 0.01 ? 50 * random() : random() < 0.05 ? 0 : random();
    x[i] = time;
    y[i] = Math.sin(i / 700) + 0.01 * random() + (random() < 1e-4 ? 20 * (random() - 0.5) : 0);
    if (random() < 2e-4) blank = Math.floor(3000 * random() ** 4);
    if (blank-- > 0) y[i] = NaN;
  }
  return trace(x, y);
}

/** Extremes of every pixel column, by looking at every sample. */
function columnExtremes(
  points: Pick<Trace, 'x' | 'y'>,
  window: { from: number; to: number; columns: number },
) {
  const extremes = new Map<number, { min: number; max: number }>();
  for (let i = 0; i < points.x.length; i++) {
    const [x, y] = [points.x[i] ?? NaN, points.y[i] ?? NaN];
    if (!(x >= window.from && x <= window.to) || Number.isNaN(y)) continue;
    const share = (x - window.from) / (window.to - window.from);
    const column = Math.min(Math.floor(share * window.columns), window.columns - 1);
    const found = extremes.get(column) ?? { min: Infinity, max: -Infinity };
    extremes.set(column, { min: Math.min(found.min, y), max: Math.max(found.max, y) });
  }
  return extremes;
}

describe(`thinning a trace to a plot's width (seed ${SEED})`, () => {
  test('keeps the smallest and the largest value of any window', () => {
    const random = createRandom(SEED);
    for (let round = 0; round < 60; round++) {
      const full = randomTrace(random, 20_000 + Math.floor(random() * 30_000));
      const end = full.x[full.x.length - 1] ?? 0;
      const [a, b] = [random() * end, random() * end];
      const window = { from: Math.min(a, b), to: Math.max(a, b), columns: 1 + Math.floor(random() * 900) };
      const thinned = thinTrace(full, window);
      const one = { ...window, columns: 1 };
      expect(columnExtremes(thinned, one)).toEqual(columnExtremes(full, one));
    }
  });

  test('keeps the extremes of every pixel column, so that no spike is lost', () => {
    const random = createRandom(SEED + 1);
    for (let round = 0; round < 20; round++) {
      const full = randomTrace(random, 30_000);
      const end = full.x[full.x.length - 1] ?? 0;
      // A power of two keeps the column borders of both computations on the same doubles.
      const window = { from: 0, to: 2 ** Math.floor(Math.log2(end)), columns: 256 };
      expect(columnExtremes(thinTrace(full, window), window)).toEqual(columnExtremes(full, window));
    }
  });

  test('draws only samples that were recorded, in their order, at most five points a column', () => {
    const full = randomTrace(createRandom(SEED + 2), 100_000);
    const columns = 300;
    const thinned = thinTrace(full, { from: 0, to: full.x[99_999] ?? 0, columns });
    expect(thinned.x.length).toBeLessThanOrEqual(5 * (columns + 2));
    let at = 0;
    for (let i = 0; i < thinned.x.length; i++) {
      if (Number.isNaN(thinned.y[i])) continue;
      while (at < 100_000 && !(full.x[at] === thinned.x[i] && full.y[at] === thinned.y[i])) at++;
      expect(at).toBeLessThan(100_000);
    }
  });

  test('leaves a gap exactly where values are missing for more than a pixel', () => {
    const x = Float64Array.from({ length: 10_000 }, (_, i) => i);
    const y = x.map((i) => (i >= 4_000 && i < 5_000 ? NaN : i));
    const { x: shownX, y: shownY } = thinTrace(trace(x, y), { from: 0, to: 10_000, columns: 100 });
    const gaps = [...shownY.keys()].filter((i) => Number.isNaN(shownY[i]));
    expect(gaps).toHaveLength(1);
    const gap = gaps[0] ?? 0;
    expect([shownX[gap - 1], shownX[gap + 1]]).toEqual([3_999, 5_000]);
  });
});

test('shows every sample when there is room for all, with one neighbour on either side', () => {
  const x = Float64Array.from({ length: 1_000 }, (_, i) => i / 10);
  const y = x.map((value) => (value === 20.5 ? NaN : -value));
  const thinned = thinTrace(trace(x, y), { from: 20, to: 21, columns: 100 });
  expect([...thinned.x]).toEqual([19.9, 20, 20.1, 20.2, 20.3, 20.4, 20.5, 20.6, 20.7, 20.8, 20.9, 21, 21.1]);
  expect(thinned.y[6]).toBeNaN();
});

test('keeps the extremes of a record whose clock was reset', () => {
  const x = Float64Array.from({ length: 50_000 }, (_, i) => i % 25_000);
  const y = x.map((value) => Math.cos(value / 100));
  y[30_001] = 99;
  y[40_001] = -99;
  const thinned = thinTrace(trace(x, y), { from: 0, to: 25_000, columns: 50 });
  expect(Math.max(...thinned.y)).toBe(99);
  expect(Math.min(...thinned.y)).toBe(-99);
});

test('draws nothing of a column that holds nothing', () => {
  const x = Float64Array.from({ length: 9_000 }, (_, i) => i);
  const thinned = thinTrace(trace(x, new Float64Array(9_000).fill(NaN)), { from: 0, to: 9_000, columns: 10 });
  expect(thinned.y).toHaveLength(0);
});

test('finds the first value that is not below the wanted one', () => {
  const values = Float64Array.of(1, 2, 2, 2, 5);
  expect([0, 1, 1.5, 2, 3, 5, 6].map((wanted) => searchSorted(values, wanted))).toEqual([
    0, 0, 1, 1, 4, 4, 5,
  ]);
});

test(`finds the same value from any guess (seed ${SEED})`, () => {
  const random = createRandom(SEED + 3);
  const values = Float64Array.from({ length: 500 }, () => Math.floor(random() * 300)).sort();
  for (let round = 0; round < 2_000; round++) {
    const [wanted, guess] = [Math.floor(random() * 305) - 2, Math.floor(random() * 500)];
    expect(searchNear(values, wanted, guess, [0, 500])).toBe(searchSorted(values, wanted));
  }
});

test('tells sorted times from reset, missing and repeated ones', () => {
  expect(isNonDecreasing(Float64Array.of(0, 1, 1, 2))).toBe(true);
  expect(isNonDecreasing(Float64Array.of(0, 2, 1))).toBe(false);
  expect(isNonDecreasing(Float64Array.of(NaN, 1))).toBe(false);
  expect(isNonDecreasing(new Float64Array())).toBe(true);
});
