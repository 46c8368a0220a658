import { resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { fileBelow } from '../../src/launch/rendererFiles.mjs';

const ROOT = resolve('/renderer');

test('a path of the renderer is a file below its folder', () => {
  expect(fileBelow(ROOT, '/assets/index%20a.js')).toBe([ROOT, 'assets', 'index a.js'].join(sep));
});

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/..\\..\\package.json',
  '/C:/Windows/win.ini',
  '/C%3A%5CWindows%5Cwin.ini',
  '/index.html::$DATA',
  '/index.html%00.js',
  '//server/share/file.js/../../../../x',
  '/%',
  '/',
])('%s is no file of the renderer', (path) => {
  expect(fileBelow(ROOT, path)).toBeNull();
});

test('a folder whose name begins like the root’s is not below it', () => {
  expect(fileBelow(ROOT, '/../renderer-secret/a.js')).toBeNull();
});
