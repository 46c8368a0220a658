import { expect, test } from 'vitest';
import { parseFrequencies } from '#core/eis/frequencyList.ts';

test('reads start, stop and points per decade, downwards and upwards, both ends included', () => {
  expect(Array.from(parseFrequencies('1e6:1e-2:1') ?? [])).toEqual([
    1e6, 1e5, 1e4, 1e3, 100, 10, 1, 0.1, 0.01,
  ]);
  expect(Array.from(parseFrequencies('1:100:1') ?? [])).toEqual([1, 10, 100]);
  expect(parseFrequencies('1e6:1e-2:10')).toHaveLength(81);
  expect(parseFrequencies('5:5:10')).toEqual(Float64Array.of(5));
});

test('spaces points evenly in the logarithm and stops before the end that is not on the raster', () => {
  const frequencies = Array.from(parseFrequencies('1000:3:4') ?? []);
  // 2.52 decades hold 10 steps of a quarter decade
  expect(frequencies).toHaveLength(11);
  frequencies.forEach((frequency, i) => {
    expect(Math.log10(frequency)).toBeCloseTo(3 - i / 4, 12);
  });
});

test('reads a list as it stands', () => {
  expect(parseFrequencies('10, 0.5,3e3')).toEqual(Float64Array.of(10, 0.5, 3000));
});

test.each(['', '1,', '0', '-1', '1e6:1', '1e6:1:0', '1:2:3:4', 'a:b:c', '1e6:1e-6:1e9', 'Infinity'])(
  'refuses "%s"',
  (text) => {
    expect(parseFrequencies(text)).toBeNull();
  },
);
