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

/** The numbers of a text's first column of times, as they are written. */
function times_s(text: string): readonly number[] {
  const lines = text.split('\r\n');
  const titles = lines.findIndex((line) => line.includes('time/s\t'));
  const column = lines[titles]?.split('\t').indexOf('time/s') ?? -1;
  const rows = lines.slice(titles + 1).filter((line) => line !== '');
  return rows.map((row) => Number(row.split('\t')[column]));
}

export interface Continuation {
  readonly paths: readonly string[];
  readonly rowsOfFirst: number;
}

/** Two files of one cell: the second began `gap_s` after the last row of the first. */
export async function writeContinuation(folder: string, gap_s: number): Promise<Continuation> {
  const first = simulatedText({ wave: { seed: 11 } });
  const times = times_s(first);
  const own_s = times_s(simulatedText({ wave: { seed: 12 } }))[0] ?? NaN;
  const startedAt_ms = START_ms + ((times.at(-1) ?? NaN) + gap_s - own_s) * 1000;
  const second = simulatedText({ startedAt_ms, wave: { seed: 12 } });
  const paths = [
    await writeText(folder, 'cell_A_1.mpt', first),
    await writeText(folder, 'cell_A_2.mpt', second),
  ];
  return { paths, rowsOfFirst: times.length };
}

/** A run, and its middle third as a file of its own. */
export async function writeWholeAndPart(folder: string): Promise<readonly [string, string]> {
  const text = simulatedText({ header: false, wave: { seed: 21 } });
  const [titles = '', ...rows] = text.split('\r\n');
  const part = [titles, ...rows.slice(60, 120), ''].join('\r\n');
  return Promise.all([writeText(folder, 'whole.mpt', text), writeText(folder, 'part_loop1.mpt', part)]);
}
