/** What WebAssembly computes of a column, beside the same without it and beside sorted lists. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainSettledCourse, settledCourse } from '#core/cycling/events/settledCourse.ts';
import { columnStatistics } from '#core/numeric/columnStatistics.ts';
import { plainRunningMedian, runningMedian } from '#core/numeric/runningMedian.ts';
import { createRandom } from '../../simulate/random.ts';
import { compileWasm, wasmModulePath } from '../../../tools/compileWasm.mjs';

const SEED = 20261123;
const random = createRandom(SEED);

/** Ties, steps and noise: what voltages look like that were logged with few digits. */
function column(length: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => Math.round(40 * random.normal() + (i > length / 2 ? 60 : 200)) / 1000,
  );
}

test('the module in the sources is what its own source compiles to', async () => {
  expect(await compileWasm('columnStatistics')).toBe(
    readFileSync(wasmModulePath('columnStatistics'), 'utf8'),
  );
});

test('runs on this host', () => {
  expect(columnStatistics()).not.toBeNull();
});

test('the course of a voltage is the one that is computed without it, whatever the length', () => {
  for (const length of [...Array.from({ length: 40 }, (_, i) => i + 1), 999, 1000, 1001, 2880, 5000]) {
    const values = column(length + 3);
    const name = `seed ${SEED}, length ${length}`;
    const [here, plain] = [settledCourse(values, 2, length + 2), plainSettledCourse(values, 2, length + 2)];
    expect(here.fall, name).toEqual(plain.fall);
    expect(here.scatter.sigma_V, name).toBe(plain.scatter.sigma_V);
    expect([here.scatter.least_V, here.scatter.most_V], name).toEqual([
      plain.scatter.least_V,
      plain.scatter.most_V,
    ]);
  }
});

test('a running median is the one that is computed without it, for any window', () => {
  for (const window of [1, 3, 5, 19, 101, 511, 513])
    for (const length of [0, 1, 2, 7, 40, 600])
      expect(runningMedian(column(length), window).length, `window ${window}`).toBe(length);
  for (const window of [3, 19, 101, 511, 513])
    for (const length of [2, 20, 150, 700]) {
      const values = column(length);
      expect(runningMedian(values, window), `seed ${SEED}, window ${window}, length ${length}`).toEqual(
        plainRunningMedian(values, window),
      );
    }
});

test('medians pass over what is not finite', () => {
  const values = Float64Array.from([...column(60), NaN, Infinity, -Infinity, ...column(61)]);
  const sorted = values.filter(Number.isFinite).sort();
  expect(columnStatistics()?.median(values, 0, values.length, false)).toBe(sorted[60]);
  const sizes = values.filter(Number.isFinite).map(Math.abs).sort();
  expect(columnStatistics()?.median(values, 0, values.length, true)).toBe(sizes[60]);
  expect(columnStatistics()?.median(new Float64Array(50).fill(NaN), 0, 50, false)).toBeNaN();
});
