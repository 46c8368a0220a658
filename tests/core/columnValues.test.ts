import { describe, expect, test } from 'vitest';
import { createValues, kindOf, numbersOf, valuesOfBytes } from '#core/columnValues.ts';

describe('the values of a column', () => {
  test.each(['f64', 'f32', 'u32', 'u16', 'u8'] as const)('come back from their bytes as %s', (kind) => {
    const values = createValues(kind, 3);
    values.set([1, 2, 250]);
    const back = valuesOfBytes(kind, values.slice().buffer);
    expect(kindOf(back)).toBe(kind);
    expect([...back]).toEqual([1, 2, 250]);
  });

  test('are doubles where they are computed with, so that nothing wraps or rounds', () => {
    expect([...numbersOf(Uint8Array.of(1, 255)).map((value) => value + 0.5)]).toEqual([1.5, 255.5]);
    // The single-precision number nearest to 0.1, written out as a double.
    expect([...numbersOf(Float32Array.of(0.1))]).toEqual([0.10000000149011612]);
  });

  test('that are doubles already are not copied', () => {
    const values = Float64Array.of(1, NaN);
    expect(numbersOf(values)).toBe(values);
  });
});
