import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import type { FileBeside } from '#jobs/interceptsBeside.ts';
import { summarisePath } from '#jobs/summarisePath.ts';

/** Simulated: a run that begins after its pristine spectrum, and one more spectrum after five cycles. */
const SAMPLE = resolve(import.meta.dirname, '../../resources/sample-study');
const file = (name: string, state: FileBeside['state']): FileBeside => ({
  request: { path: join(SAMPLE, 'simulated-impedance', name) },
  state,
});
const PRISTINE = file('Li-Hg_LLTO_01_PEIS_pristine.mpr', { kind: 'pristine' });
const AFTER = file('Li-Hg_LLTO_01_PEIS_after5.mpt', { kind: 'after-cycle', cycle: 5 });

async function spectraBeside(beside: readonly FileBeside[]) {
  const { spectraBeside: found, problem } = await summarisePath({
    ...{
      path: join(SAMPLE, 'simulated-LLTO/Li-Hg_LLTO_01.mpr'),
      dataset: null,
      referenceCycle: null,
      cellKind: null,
    },
    ...{ area_cm2: null, mass_mg: null, setCurrent_A: null, cellFacts: NO_CELL_FACTS, beside },
  });
  expect(problem).toBeNull();
  return found;
}

test('spectra of the cell are held against the pristine one, and counted', async () => {
  expect(await spectraBeside([PRISTINE, AFTER])).toEqual({ read: 2, placed: 2 });
});

test('nothing is said of spectra where none is pristine, and a file that cannot be read has none', async () => {
  expect(await spectraBeside([AFTER])).toBeNull();
  const folder = await mkdtemp(join(tmpdir(), 'amalgam-beside-'));
  try {
    const path = join(folder, 'empty.mpr');
    await writeFile(path, '');
    const empty: FileBeside = { request: { path }, state: { kind: 'pristine' } };
    expect(await spectraBeside([empty])).toBeNull();
    // Read, but with nothing to be held against.
    expect(await spectraBeside([empty, AFTER])).toEqual({ read: 1, placed: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
});
