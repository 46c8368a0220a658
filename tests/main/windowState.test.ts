import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readWindowState, usableState, writeWindowState } from '../../src/main/windowState.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const state = { bounds: { x: 100, y: 100, width: 1000, height: 700 }, maximised: false };
const at = (bounds: Partial<typeof state.bounds>) => ({ ...state, bounds: { ...state.bounds, ...bounds } });

describe('where the window stood', () => {
  test('is used when its title bar lies on a display', () => {
    expect(usableState(state, [LAPTOP])).toEqual(state);
  });

  test('is given up when its display is no longer there', () => {
    expect(usableState(at({ x: 2000 }), [LAPTOP])).toBeNull();
    expect(usableState(at({ y: -400 }), [LAPTOP])).toBeNull();
    expect(usableState(at({ y: 890 }), [LAPTOP])).toBeNull();
  });

  test('is used on a second display to the left', () => {
    const left = { x: -1920, y: 0, width: 1920, height: 1080 };
    expect(usableState(at({ x: -1800 }), [LAPTOP, left])).not.toBeNull();
  });

  test('shrinks to a smaller display', () => {
    expect(usableState(at({ width: 3000, height: 2000 }), [LAPTOP])?.bounds).toMatchObject({
      width: 1440,
      height: 875,
    });
  });

  test('is given up when it is smaller than the window may be', () => {
    expect(usableState(at({ width: 200 }), [LAPTOP])).toBeNull();
  });
});

describe('the file that keeps it', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amalgam-state-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('gives back what was written', () => {
    const path = join(folder, 'window.json');
    writeWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
  });

  test.each([
    '',
    '{',
    'null',
    '{"bounds":{"x":1},"maximised":true}',
    '{"bounds":{"x":0,"y":0,"width":null,"height":1}}',
  ])('is ignored when it holds %j', (text) => {
    const path = join(folder, 'window.json');
    writeFileSync(path, text);
    expect(readWindowState(path)).toBeNull();
  });

  test('may be missing', () => {
    expect(readWindowState(join(folder, 'none.json'))).toBeNull();
  });
});
