import { describe, expect, test } from 'vitest';
import { createColumnShelf } from '../../src/main/columnShelf.ts';

describe('a shelved column', () => {
  test('is given out once, byte for byte, and then let go', () => {
    const shelf = createColumnShelf();
    const values = Float64Array.of(0, -0, NaN, 1e-300, -Infinity);
    const name = shelf.put('run', values);
    expect(shelf.bytes()).toBe(40);
    const bytes = shelf.take(name);
    expect(bytes && [...new Float64Array(bytes.slice().buffer)]).toEqual([0, -0, NaN, 1e-300, -Infinity]);
    expect(shelf.take(name)).toBeUndefined();
    expect(shelf.bytes()).toBe(0);
  });

  test('that is a part of a larger buffer takes only its part', () => {
    const shelf = createColumnShelf();
    const bytes = shelf.take(shelf.put('run', Float64Array.of(1, 2, 3, 4).subarray(1, 3)));
    expect(bytes?.byteLength).toBe(16);
  });

  test('is forgotten with the page that should have fetched it', () => {
    const shelf = createColumnShelf();
    const name = shelf.put('run', Float64Array.of(1));
    shelf.clear();
    expect(shelf.take(name)).toBeUndefined();
  });

  test('is let go with its import when the page gives that up, and with no other', () => {
    const shelf = createColumnShelf();
    const given = shelf.put('given up', Float64Array.of(1, 2));
    const kept = shelf.put('kept', Float64Array.of(3));
    shelf.release('given up');
    expect(shelf.take(given)).toBeUndefined();
    expect(shelf.bytes()).toBe(8);
    expect(shelf.take(kept)?.byteLength).toBe(8);
  });
});
