import { expect, test } from 'vitest';
import { createColumnCache } from '../../../src/renderer/store/columnCache.ts';

test('the column used longest ago goes first when the budget is spent', () => {
  const cache = createColumnCache(2 * 8 * 10);
  cache.put('d', 'a', new Float64Array(10));
  cache.put('d', 'b', new Float64Array(10));
  cache.get('d', 'a');
  cache.put('d', 'c', new Float64Array(10));
  expect([cache.get('d', 'a'), cache.get('d', 'b'), cache.get('d', 'c')].map(Boolean)).toEqual([
    true,
    false,
    true,
  ]);
});

test('a column larger than the budget is not kept, and a dataset is forgotten whole', () => {
  const cache = createColumnCache(80);
  cache.put('d', 'big', new Float64Array(11));
  expect(cache.get('d', 'big')).toBeUndefined();
  cache.put('d', 'a', new Float64Array(10));
  cache.forget('d');
  expect(cache.get('d', 'a')).toBeUndefined();
});
