import { expect, test } from 'vitest';
import { isFigureComplete } from '../../../src/renderer/views/cycling/isFigureComplete.ts';
import { shownRun, symmetricRows } from './shownRuns.ts';

const run = shownRun(symmetricRows(Array.from({ length: 6 }, () => 0.05)));

test('a figure waits for the half cycles, whose events it marks', () => {
  expect(isFigureComplete([run], 'voltageTime')).toBe(true);
  expect(isFigureComplete([run, { ...run, outcome: undefined }], 'voltageTime')).toBe(false);
  expect(isFigureComplete([{ ...run, trace: undefined, outcome: undefined }], 'voltageTime')).toBe(false);
});

test('a figure waits for what its plot alone draws', () => {
  expect(isFigureComplete([run], 'cycles')).toBe(true);
  expect(isFigureComplete([run], 'polarisation')).toBe(false);
  expect(isFigureComplete([run], 'incrementalCapacity')).toBe(false);
  expect(isFigureComplete([{ ...run, derivatives: { ok: true, value: [] } }], 'incrementalCapacity')).toBe(
    true,
  );
});

test('a figure does not wait for what a run cannot have', () => {
  const unread = {
    ...run,
    trace: { ok: false, error: new Error('the file is gone') },
    outcome: undefined,
  } as const;
  expect(isFigureComplete([unread], 'polarisation')).toBe(true);
  const outcome = { ok: true, value: { ok: false, problem: { code: 'cancelled' } } } as const;
  expect(isFigureComplete([{ ...run, outcome }], 'polarisation')).toBe(true);
});
