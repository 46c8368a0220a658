import { expect, test } from 'vitest';
import type { Step } from '../../../src/renderer/store/applyChange.ts';
import { createHistory } from '../../../src/renderer/store/history.ts';

const step = (label: string, together: string | null = null): Step => ({
  label,
  rows: [{ table: 'cells', id: label, before: null, after: null }],
  columns: new Map(),
  stash: new Map(),
  together,
  signal: null,
});

/** Applies nothing, remembers what it was asked, and returns a step as its inverse. */
function recorder() {
  const applied: string[] = [];
  const apply = (asked: Step) => {
    applied.push(asked.rows.map(({ id }) => id).join('+'));
    return Promise.resolve(asked);
  };
  return { applied, apply };
}

test('undo takes back the last change first, redo brings it again', async () => {
  const history = createHistory();
  const { applied, apply } = recorder();
  history.push(step('first'));
  history.push(step('second'));
  await history.undo(apply);
  expect(history.state()).toEqual({ undo: 'first', redo: 'second' });
  await history.redo(apply);
  expect(applied).toEqual(['second', 'second']);
  expect(history.state()).toEqual({ undo: 'second', redo: null });
});

test('a new change forgets what could be redone', async () => {
  const history = createHistory();
  const { apply } = recorder();
  history.push(step('first'));
  await history.undo(apply);
  history.push(step('other'));
  expect(await history.redo(apply)).toBe(false);
});

test('the files of one drop are taken back together, the newest first', async () => {
  const history = createHistory();
  const { applied, apply } = recorder();
  history.push(step('before'));
  history.push(step('file1', 'drop'));
  history.push(step('file2', 'drop'));
  await history.undo(apply);
  expect(applied).toEqual(['file2+file1']);
  expect(history.state().undo).toBe('before');
});

test('a change that fails stays where it is', async () => {
  const history = createHistory();
  history.push(step('first'));
  await expect(history.undo(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(history.state()).toEqual({ undo: 'first', redo: null });
});
