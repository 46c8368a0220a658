import { expect, test } from 'vitest';
import { runAmalgam } from '../support/runAmalgam.ts';

const amalgam = (...argv: readonly string[]) => runAmalgam('xrd', 'identify', ...argv);

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
