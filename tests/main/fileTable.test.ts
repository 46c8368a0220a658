import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileTable } from '../../src/main/fileTable.ts';
import { listFiles } from '../../src/main/listFiles.ts';

test('a handle says nothing of the path and is the same for the same file', () => {
  const table = createFileTable();
  const file = table.add({ path: '/secret/place/a.mpr', name: 'a.mpr', size: 3 });
  expect(JSON.stringify(file)).not.toContain('secret');
  expect(table.path(file.handle)).toBe('/secret/place/a.mpr');
  expect(table.add({ path: '/secret/place/a.mpr', name: 'a.mpr', size: 4 }).handle).toBe(file.handle);
});

test('a path is not a handle', () => {
  const table = createFileTable();
  table.add({ path: '/secret/place/a.mpr', name: 'a.mpr', size: 3 });
  expect(() => table.path('/secret/place/a.mpr')).toThrow('not opened by the user');
});

test('folders are listed with all below them, hidden files left out; a missing file stays in the list', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amalgam-list-'));
  mkdirSync(join(folder, 'run/deep'), { recursive: true });
  writeFileSync(join(folder, 'run/deep/b.csv'), '12345');
  writeFileSync(join(folder, 'run/.DS_Store'), 'x');
  const found = await listFiles([join(folder, 'run'), join(folder, 'none.mpt')]);
  expect(found.map(({ name, size }) => [name, size])).toEqual([
    ['deep/b.csv', 5],
    ['none.mpt', 0],
  ]);
  rmSync(folder, { recursive: true });
});
