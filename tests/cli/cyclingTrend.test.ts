/** What cycling summary says of the course of the polarisation. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';
import { createRandom } from '../simulate/random.ts';

let folder = '';
let amalgam: BuiltProgram;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-trend-'));
  amalgam = await builtProgram();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A simulated symmetric cell: 2 mA, 12 rows of 300 s a half cycle, |E| as given with 0.5 mV of scatter a half cycle. */
async function simulatedRun(name: string, halfCycles: number, truth_mV: (t: number) => number) {
  const random = createRandom(17);
  const rows = Array.from({ length: halfCycles }, (_, h) => {
    const sign = h % 2 === 0 ? 1 : -1;
    const voltage_V = sign * (truth_mV(h) + 0.5 * random.normal()) * 1e-3;
    return Array.from({ length: 12 }, (__, k) => `${(h * 12 + k) * 300},${sign * 0.002},${voltage_V}`);
  });
  const path = join(folder, name);
  await writeFile(path, `time_s,current_A,voltage_V\n${rows.flat().join('\n')}\n`);
  return path;
}

test('the summary gives the model, its parameters and a sentence', async () => {
  const path = await simulatedRun('conditioning.csv', 60, (t) => 10 + 70 * Math.exp(-t / 8));
  const { stdout } = await amalgam('cycling', 'summary', path, '--json');
  const { trend } = JSON.parse(stdout) as {
    trend: { polarisation: { chosen: { model: string; parameters: { name: string; value: number }[] } } };
  };
  const { model, parameters } = trend.polarisation.chosen;
  expect(model).toBe('conditioning');
  const valueOf = (name: string) => parameters.find((one) => one.name === name)?.value ?? NaN;
  expect(Math.abs(valueOf('plateau') - 10)).toBeLessThan(0.6);
  expect(Math.abs(valueOf('timeConstant') - 8)).toBeLessThan(0.6);
  expect((await amalgam('cycling', 'summary', path)).stdout).toContain(
    'the polarisation falls to a plateau of',
  );
});

test('a short run is told that no course is fitted', async () => {
  const path = await simulatedRun('short.csv', 4, () => 80);
  const { stdout } = await amalgam('cycling', 'summary', path, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    trend: { polarisation: { ok: false, reason: 'too-few-points', points: 4, needed: 8 } },
  });
});
