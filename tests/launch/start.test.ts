import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const START = resolve(ROOT, 'src/launch/start.mjs');

test.each(['--port=banana', '--port=70000', '--sandbox=no'])(
  'refuses %s and shows how it is used',
  async (option) => {
    const child = spawn(process.execPath, [START, option], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(2);
    expect(said).toContain('--no-open');
  },
);

const BUILD_LIMIT_MS = 240_000;

/** Where out/ is older than the sources this builds first, as npm start does: nothing is left out. */
test('serves the browser build, says why, and ends well on Ctrl-C', { timeout: BUILD_LIMIT_MS }, async () => {
  const child = spawn(process.execPath, [START, '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line.startsWith('http://')) break;
  }
  expect(lines.join('\n')).toMatch(/Amalgam opens in the browser because .+\./u);
  const answer = await fetch(lines.at(-1) ?? '');
  expect(answer.status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  expect([0, 130]).toContain(code);
});
