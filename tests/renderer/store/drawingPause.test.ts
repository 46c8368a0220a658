import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Column } from '#core/dataset.ts';
import { drawingPause } from '../../../src/renderer/store/drawingPause.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function columnsOf(values: number, columns: number): ReadonlyMap<string, readonly Column[]> {
  const made = Array.from({ length: columns }, (_, k) => ({
    name: `c${k}`,
    unit: '1',
    source: '',
    values: new Float64Array(values),
  }));
  return new Map([['dataset', made]]);
}

/** Whether it has ended without any time passing. */
async function endsAtOnce(pause: Promise<void>): Promise<boolean> {
  let ended = false;
  void pause.then(() => (ended = true));
  await vi.advanceTimersByTimeAsync(0);
  return ended;
}

test('a small import is stored at once', async () => {
  expect(await endsAtOnce(drawingPause(columnsOf(1000, 8), null))).toBe(true);
});

test('a large import waits for its plot, and less than a second', async () => {
  const pause = drawingPause(columnsOf(2 ** 18, 4), null);
  expect(await endsAtOnce(pause)).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await endsAtOnce(pause)).toBe(true);
});

test('who cancels does not wait', async () => {
  const cancelled = new AbortController();
  const pause = drawingPause(columnsOf(2 ** 18, 4), cancelled.signal);
  expect(await endsAtOnce(pause)).toBe(false);
  cancelled.abort();
  expect(await endsAtOnce(pause)).toBe(true);
  expect(await endsAtOnce(drawingPause(columnsOf(2 ** 18, 4), cancelled.signal))).toBe(true);
});
