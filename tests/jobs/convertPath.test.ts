import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { convertPath } from '#jobs/convertPath.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-convert-'));
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},0.001,0.05`);
  await writeFile(join(folder, 'run.csv'), `time_s,current_A,voltage_V\n${rows.join('\n')}\n`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const request = (more = {}) => ({
  path: join(folder, 'run.csv'),
  directory: join(folder, 'out'),
  stem: 'run',
  names: 'core' as const,
  overwrite: false,
  ...more,
});

test('a conversion that is cancelled while it writes leaves no file behind', async () => {
  const controller = new AbortController();
  const signal = Object.assign(controller.signal, {
    throwIfAborted: () => {
      controller.abort();
      throw new DOMException('cancelled', 'AbortError');
    },
  });
  expect(await convertPath(request(), { signal })).toMatchObject({
    files: [],
    problem: { code: 'cancelled' },
  });
  expect(await readdir(join(folder, 'out'))).toEqual([]);
});

test('what is there already keeps its content unless it is to be overwritten', async () => {
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'out/run.csv'), 'mine');
  expect(await convertPath(request())).toMatchObject({ files: [{ path: join(folder, 'out/run (2).csv') }] });
  expect(await readFile(join(folder, 'out/run.csv'), 'utf8')).toBe('mine');
  await convertPath(request({ overwrite: true }));
  expect(await readFile(join(folder, 'out/run.csv'), 'utf8')).toMatch(/^time_s,/);
  expect((await readdir(join(folder, 'out'))).sort()).toEqual(['run (2).csv', 'run.csv']);
});

test('a folder that cannot be made is a problem, not a crash', async () => {
  expect(await convertPath(request({ directory: join(folder, 'run.csv/out') }))).toMatchObject({
    files: [],
    problem: { code: 'cannot-write' },
  });
});

test('drafts of a process that was killed are cleared away, those of one that still writes are not', async () => {
  const out = join(folder, 'out');
  await mkdir(out);
  const unique = '00000000-0000-4000-8000-000000000000';
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  await writeFile(join(out, `.amalgam-${ended}-${unique}.part`), 'half');
  await writeFile(join(out, `.amalgam-${process.ppid}-${unique}.part`), 'half');
  await writeFile(join(out, '.another program.part'), 'not ours');
  expect((await convertPath(request())).problem).toBeNull();
  expect((await readdir(out)).sort()).toEqual([
    `.amalgam-${process.ppid}-${unique}.part`,
    '.another program.part',
    'run.csv',
  ]);
});
