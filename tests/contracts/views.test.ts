/** The registry of views is read as source: its components need a browser, which the end-to-end tests bring. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { APP_COMMANDS } from '#core/project/appCommand.ts';
import { english } from '../../src/renderer/text/english.ts';
import { PROJECT } from '../architecture/sourceFiles.ts';

const registry = readFileSync(join(PROJECT, 'src/renderer/views/views.ts'), 'utf8');
const entries = [...registry.matchAll(/\{\s*id: '([a-z]+)',[^}]*?Component: (\w+)/g)].map(
  ([, id = '', component = '']) => ({ id, component }),
);

test('views are listed once each', () => {
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.length).toBe([...registry.matchAll(/Component: /g)].length);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

describe.each(entries)('view $id', ({ id, component }) => {
  test('lives in the folder of its name, in the file of its component', () => {
    expect(existsSync(join(PROJECT, `src/renderer/views/${id}/${component}.tsx`))).toBe(true);
  });

  test('has a name for the user and a command that opens it', () => {
    const names: Readonly<Record<string, unknown>> = english.views;
    expect(names[id]).toMatch(/\S/);
    expect(APP_COMMANDS).toContain(`view.${id}`);
  });
});
