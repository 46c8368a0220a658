import { expect, test } from 'vitest';
import { gridKeyAction, type PressedKey } from '../../../src/renderer/views/data/table/gridKey.ts';

const size = { rows: 3, columns: 4 };
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (key: string, at: { row: number; column: number }, held: Partial<PressedKey> = {}) =>
  gridKeyAction({ ...plain, key, ...held }, at, size);

test('arrows move and stop at the edges', () => {
  expect(press('ArrowDown', { row: 1, column: 1 })).toMatchObject({ place: { row: 2, column: 1 } });
  expect(press('ArrowDown', { row: 2, column: 1 })).toMatchObject({ place: { row: 2, column: 1 } });
  expect(press('ArrowRight', { row: 0, column: 0 }, { ctrlKey: true })).toMatchObject({
    place: { row: 0, column: 3 },
  });
});

test('Shift with an arrow extends what is marked', () => {
  expect(press('ArrowRight', { row: 0, column: 0 }, { shiftKey: true })).toMatchObject({ extend: true });
});

test('Tab goes on to the next row and leaves the table at its end', () => {
  expect(press('Tab', { row: 0, column: 3 })).toMatchObject({ place: { row: 1, column: 0 } });
  expect(press('Tab', { row: 2, column: 3 })).toBeNull();
  expect(press('Tab', { row: 0, column: 0 }, { shiftKey: true })).toBeNull();
});

test('a character starts the field anew, Enter and F2 edit what is there, Delete clears', () => {
  expect(press('7', { row: 0, column: 0 })).toEqual({ kind: 'edit', first: '7' });
  expect(press('F2', { row: 0, column: 0 })).toEqual({ kind: 'edit', first: null });
  expect(press('Delete', { row: 0, column: 0 })).toEqual({ kind: 'clear' });
});

test('shortcuts of the window are not typing', () => {
  expect(press('z', { row: 0, column: 0 }, { ctrlKey: true })).toBeNull();
});
