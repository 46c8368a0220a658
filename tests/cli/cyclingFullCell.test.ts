/** What cycling summary says of a full cell, and of a run that is none. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cycleOf, simulateHalves, type SimulatedHalf } from '../core/cycling/fullCell/simulatedFullCell.ts';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';

let folder = '';
let amalgam: BuiltProgram;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-full-'));
  amalgam = await builtProgram();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function simulatedFile(name: string, halves: readonly SimulatedHalf[]): Promise<string> {
  const { time_s, current_A, voltage_V } = simulateHalves(halves);
  const lines = time_s.map((time, k) => `${time},${current_A[k]},${voltage_V[k]}`);
  const path = join(folder, name);
  await writeFile(path, `time_s,current_A,voltage_V\n${lines.join('\n')}\n`);
  return path;
}

/** Simulated: 100 mAh in the first cycle, 1 mAh less in each of the next fourteen. */
const fading = () =>
  simulatedFile('fading.csv', Array.from({ length: 15 }, (_, k) => cycleOf(100 - k, 100 - k)).flat());

describe('the summary of a full cell', () => {
  test('keeps the fields of every run and adds an object of its own', async () => {
    const { stdout } = await amalgam(
      'cycling',
      'summary',
      await fading(),
      '--json',
      '--reference-cycle',
      '2',
    );
    const document = JSON.parse(stdout) as {
      halfCycles: unknown[];
      cycles: { coulombicEfficiency: number; hysteresis_mV: number; retention: number; leftOut: null }[];
    };
    expect(document.halfCycles).toHaveLength(30);
    expect(document.cycles).toHaveLength(15);
    expect(document.cycles[14]?.retention).toBeCloseTo(86 / 99, 6);
    expect(document.cycles[14]?.hysteresis_mV).toBeGreaterThan(0);
    expect(document).toMatchObject({
      retentionReference: { cycle: 2, capacity_mAh: expect.closeTo(99, 6) as number },
      fullCell: {
        beginsWith: 'charge',
        charging: { positiveIs: 'charge', decidedBy: 'course' },
        leftOut: [{ cycle: 1, reason: 'first' }],
        means: { coulombicEfficiency: { n: 14, mean: expect.closeTo(1, 6) as number } },
        rates: { groups: [{ current_mA: expect.closeTo(10, 6) as number }], recovery: null },
        impliedRetention: { verdict: 'kept-less' },
        fade: { ok: true, endOfLife: { referenceCapacity: expect.closeTo(99, 6) as number } },
        peaks: { bin_V: 0.005 },
      },
      reservoir: { refused: expect.any(String) as string },
    });
  });

  test('reads as a full cell’s, with its reference cycle and without words on polarisation', async () => {
    const { stdout } = await amalgam('cycling', 'summary', await fading(), '--mass', '500');
    expect(stdout).toMatch(/cycle +I\(dis\)\/mA +Q\(ch\)\/mAh +Q\(dis\)\/mAh +q\(dis\)\/mAh g-1 +CE\/%/);
    expect(stdout).toContain('Retention refers to cycle 1 (the first without a flaw, since none was chosen)');
    expect(stdout).toContain('200 mAh/g');
    expect(stdout).toContain('Charging: positive current');
    expect(stdout).toContain('Reservoir method (Aurbach, Adams): not given');
    expect(stdout).not.toMatch(/polarisation|symmetric|iR drop/i);
  });
});

test('a run whose voltage changes its sign with the current has no full cell and keeps its own table', async () => {
  const halves: SimulatedHalf[] = [1, -1, 1, -1].map((sign) => ({
    current_mA: sign,
    capacity_mAh: 1,
    voltage_V: () => sign * 0.05,
  }));
  const path = await simulatedFile('symmetric.csv', halves);
  expect(JSON.parse((await amalgam('cycling', 'summary', path, '--json')).stdout)).toMatchObject({
    fullCell: null,
  });
  expect((await amalgam('cycling', 'summary', path)).stdout).toContain('|E|/mV');
});

test('a reservoir test gives its efficiency with the charges it is made of', async () => {
  const half = (sign: number, capacity_mAh: number, end_V = 0.03): SimulatedHalf => ({
    current_mA: sign,
    capacity_mAh,
    voltage_V: (share) => sign * (share > 0.97 ? end_V : 0.03),
  });
  const partial = Array.from({ length: 10 }, () => [half(1, 1), half(-1, 1)]).flat();
  const path = await simulatedFile('reservoir.csv', [half(-1, 5), ...partial, half(1, 4.7, 1)]);
  const { stdout } = await amalgam('cycling', 'summary', path);
  expect(stdout).toContain(
    'coulombic efficiency 98 % = (10 × 1 + 4.7 mAh stripped) / (10 × 1 + 5 mAh plated), half cycles 1 to 22.',
  );
});
