/** Simulated BioLogic text files for tests of the Data view, written to a folder of the test. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecLabCyclingText } from '../simulate/formats/ecLabText.ts';
import { squareWave, type SquareWave } from '../simulate/squareWave.ts';

export interface WrittenRun {
  readonly startedAt_ms: number;
  readonly wave: Partial<SquareWave>;
  readonly header: boolean;
}

const START_ms = Date.UTC(2024, 4, 1, 8);

export function testFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'amalgam-data-'));
}

export function simulatedText({
  startedAt_ms = START_ms,
  wave = {},
  header = true,
}: Partial<WrittenRun>): string {
  const run = {
    comment: 'SIMULATED, not measured: a square wave',
    startedAt_ms,
    area_cm2: 1,
    electrolyte: 'none',
    records: squareWave({ rows: 200, rowsPerHalfCycle: 50, interval_s: 60, ...wave }),
  };
  return Buffer.concat([...ecLabCyclingText(run, { header })]).toString('latin1');
}

export async function writeText(folder: string, name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text, 'latin1');
  return path;
}

/** Two files of one cell: the second began `gap_s` after the first had ended. */
export async function writeContinuation(folder: string, gap_s: number): Promise<readonly string[]> {
  // 200 rows in half cycles of 50 rows a minute apart: four times 49 min.
  const duration_s = 4 * 49 * 60;
  const second = START_ms + (duration_s + gap_s) * 1000;
  return Promise.all([
    writeText(folder, 'cell_A_1.mpt', simulatedText({ wave: { seed: 11 } })),
    writeText(folder, 'cell_A_2.mpt', simulatedText({ startedAt_ms: second, wave: { seed: 12 } })),
  ]);
}

/** A run, and its middle third as a file of its own. */
export async function writeWholeAndPart(folder: string): Promise<readonly [string, string]> {
  const text = simulatedText({ header: false, wave: { seed: 21 } });
  const [titles = '', ...rows] = text.split('\r\n');
  const part = [titles, ...rows.slice(60, 120), ''].join('\r\n');
  return Promise.all([writeText(folder, 'whole.mpt', text), writeText(folder, 'part_loop1.mpt', part)]);
}
