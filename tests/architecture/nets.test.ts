/** The nets must hold something: each one is shown what it is there to catch. */
import ts from '@typescript/typescript6';
import { expect, test } from 'vitest';
import { findCycle } from './cycles.ts';
import { importsOf } from './imports.ts';
import { impureNames } from './impureNames.ts';
import { layerOf } from './layerTable.ts';
import type { SourceFile } from './sourceFiles.ts';

function source(path: string, text: string): SourceFile {
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) };
}

test('a circle is found behind a straight start and its chain is told', () => {
  const edges = new Map([
    ['start', ['a']],
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['d', ['a']],
  ]);
  expect(findCycle(edges)).toEqual(['a', 'b', 'd', 'a']);
});

test('two ways to one file are no circle', () => {
  const edges = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d']],
  ]);
  expect(findCycle(edges)).toBeNull();
});

test('static, type, dynamic, re-exported and worker imports are all seen', () => {
  const text = `
    import type { Dataset } from '#core/dataset.ts';
    export { parseUnit } from '../core/units.ts';
    type Late = import('#core/columns.ts').CoreColumn;
    const lazy = () => import('#core/problem.ts');
    const worker = new Worker(new URL('../jobs/jobs.ts', import.meta.url));
    import 'node:fs';
    import '#core/nowhere.ts';`;
  const found = importsOf(source('src/main/example.ts', text));
  expect(found.filter(({ missing }) => !missing).map(({ to }) => to)).toEqual([
    'src/core/dataset.ts',
    'src/core/units.ts',
    'src/core/columns.ts',
    'src/core/problem.ts',
    'src/jobs/jobs.ts',
    null,
  ]);
  expect(found.filter(({ missing }) => missing).map(({ specifier }) => specifier)).toEqual([
    '#core/nowhere.ts',
  ]);
});

test('the clock, chance and host globals are caught, namesakes are not', () => {
  const text = `
    const now = Date.now();
    const random = Math.random();
    const date = new Date();
    document.title = 'x';
    setTimeout(() => 1, 2);
    const fine = new Date(0);
    const options = { process: 1, console: 2 };
    const window = [1, 2];
    const first = window.length + options.process;`;
  expect(impureNames(source('src/core/example.ts', text))).toEqual([
    'Date.now (line 2)',
    'Math.random (line 3)',
    'new Date() (line 4)',
    'document (line 5)',
    'setTimeout (line 6)',
  ]);
});

test('a file belongs to the innermost layer above it', () => {
  const layers = ['renderer', 'renderer/platform', 'core', 'resources'];
  expect(layerOf('src/renderer/platform/browser.ts', layers)).toBe('renderer/platform');
  expect(layerOf('src/renderer/app/App.tsx', layers)).toBe('renderer');
  expect(layerOf('resources/icons/icon.svg', layers)).toBe('resources');
  expect(layerOf('src/elsewhere/x.ts', layers)).toBeNull();
});
