import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../src/main/listFiles.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-list-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, text = 'x'): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
  return path;
}

const names = async (most?: number) => (await listFiles([folder], most)).map(({ name }) => name);

test('a folder is opened up, its files named from it and in the order of their names', async () => {
  await put('b/2.csv');
  await put('a.mpt');
  await put('b/1.csv', 'four');
  await put('.DS_Store');
  expect(await names()).toEqual(['a.mpt', 'b/1.csv', 'b/2.csv']);
  expect((await listFiles([folder]))[1]?.size).toBe(4);
});

test('a single file keeps its own name, and a path that leads nowhere stays in the list', async () => {
  const file = await put('one.csv');
  const found = await listFiles([file, join(folder, 'gone.csv')]);
  expect(found.map(({ name }) => name)).toEqual(['one.csv', 'gone.csv']);
});

test('a link that leads back up ends the walk there', async () => {
  await put('run/1.csv');
  await symlink(folder, join(folder, 'run/up'), 'junction');
  expect(await names()).toEqual(['run/1.csv']);
});

test('a link to a file or to another folder is followed, for what it names is a measurement too', async () => {
  const other = await mkdtemp(join(tmpdir(), 'amalgam-other-'));
  await writeFile(join(other, '2.csv'), 'x');
  await put('1.csv');
  await symlink(join(other, '2.csv'), join(folder, 'linked.csv'));
  await symlink(other, join(folder, 'series'), 'junction');
  expect(await names()).toEqual(['1.csv', 'linked.csv', 'series/2.csv']);
  await rm(other, { recursive: true, force: true });
});

test('a link that leads nowhere stays in the list, so that its import says so', async () => {
  await symlink(join(folder, 'nowhere'), join(folder, 'dangling.csv'));
  expect(await listFiles([folder])).toMatchObject([{ name: 'dangling.csv', size: 0 }]);
});

test('a folder of too many files is refused with the number, not taken in part', async () => {
  for (const name of ['1', '2', '3']) await put(`${name}.csv`);
  expect(await names(3)).toHaveLength(3);
  await expect(names(2)).rejects.toThrow('more than 2 files');
});
