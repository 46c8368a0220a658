import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

async function amalgam(...argv: string[]) {
  const written: string[] = [];
  const notes: string[] = [];
  const code = await main(['xrd', 'identify', ...argv], {
    write: (text) => {
      written.push(text);
      return Promise.resolve();
    },
    note: (text) => {
      notes.push(text);
    },
    status: () => undefined,
    signal: new AbortController().signal,
  });
  return { code, stdout: written.join(''), stderr: notes.join('\n') };
}

test('asks for a file', async () => {
  expect((await amalgam()).code).toBe(2);
});

test('names the phase that was probably meant', async () => {
  const { code, stderr } = await amalgam('pattern.xy', '--phases', 'LiHg4');
  expect(code).toBe(2);
  expect(stderr).toContain('LiHg');
});

test('refuses an unknown radiation and elements that no phase is made of', async () => {
  expect((await amalgam('pattern.xy', '--radiation', 'CuKz')).code).toBe(2);
  expect((await amalgam('pattern.xy', '--elements', 'Xe')).code).toBe(2);
});
