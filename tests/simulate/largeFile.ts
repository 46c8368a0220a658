/** Simulated files of any size, written to disk block by block and never held. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { arbinCsv } from './formats/arbinCsv.ts';
import { ecLabCyclingText } from './formats/ecLabText.ts';
import { newareCsv } from './formats/newareCsv.ts';
import { squareWave, type SquareWave } from './squareWave.ts';
import type { SimulatedRun } from './cyclingRecord.ts';

export type LargeFormat = 'mpt' | 'neware' | 'arbin';

export interface LargeFile {
  readonly format: LargeFormat;
  /** The file ends with the first block at or beyond this size; undefined = when the rows have ended. */
  readonly bytes?: number;
  readonly wave?: Partial<SquareWave>;
}

const START_ms = Date.UTC(2024, 0, 1);

function blocks(format: LargeFormat, run: SimulatedRun): Iterable<Uint8Array> {
  switch (format) {
    case 'mpt':
      return ecLabCyclingText(run);
    case 'neware':
      return newareCsv(run);
    case 'arbin':
      return arbinCsv(run);
  }
}

/** Writes the file and returns its size in bytes. */
export async function writeLargeFile(path: string, { format, bytes, wave = {} }: LargeFile): Promise<number> {
  const rows = wave.rows ?? (bytes === undefined ? 1_000_000 : Number.MAX_SAFE_INTEGER);
  const run: SimulatedRun = {
    comment: 'SIMULATED, not measured: a square wave',
    startedAt_ms: START_ms,
    area_cm2: 1,
    electrolyte: 'none',
    records: squareWave({ ...wave, rows }),
  };
  const stream = createWriteStream(path);
  let written = 0;
  for (const block of blocks(format, run)) {
    written += block.length;
    if (!stream.write(block)) await once(stream, 'drain');
    if (bytes !== undefined && written >= bytes) break;
  }
  stream.end();
  await finished(stream);
  return written;
}
