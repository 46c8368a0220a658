import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/main/writeWhole.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const folder = () => mkdtemp(join(tmpdir(), 'amalgam-save-'));

async function numberOfEndedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  if (child.pid === undefined) throw new Error('no process');
  return child.pid;
}

test('a save overwrites the file of its name and leaves nothing beside it', async () => {
  const directory = await folder();
  await writeFile(join(directory, 'figure.svg'), 'a longer text that was there before');
  await writeWhole(join(directory, 'figure.svg'), bytes('new'));
  expect(await readFile(join(directory, 'figure.svg'), 'utf8')).toBe('new');
  expect(await readdir(directory)).toEqual(['figure.svg']);
});

test('a save clears away the hidden draft of one that was killed, and no file of another program', async () => {
  const directory = await folder();
  const killed = `.amalgam-${await numberOfEndedProcess()}-00000000-0000-4000-8000-000000000000.part`;
  await writeFile(join(directory, killed), 'half a fig');
  await writeFile(join(directory, '.other.part'), 'not ours');
  await writeWhole(join(directory, 'figure.svg'), bytes('whole'));
  expect((await readdir(directory)).sort()).toEqual(['.other.part', 'figure.svg']);
});

test('a save that fails rejects and leaves neither a draft nor a changed file', async () => {
  const directory = await folder();
  await expect(writeWhole(join(directory, 'missing', 'figure.svg'), bytes('x'))).rejects.toThrow();
  expect(await readdir(directory)).toEqual([]);
});
