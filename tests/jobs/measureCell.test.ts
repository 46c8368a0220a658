import { NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureCell } from '#jobs/measureCell.ts';

test('half cycles of a file without a current need the one that was set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'amalgam-measure-'));
  const path = join(folder, 'run.csv');
  // An hour at +0.1 V and an hour at −0.1 V, a row a minute.
  const rows = Array.from({ length: 120 }, (_, i) => `${60 * i},${i < 60 ? 0.1 : -0.1}`);
  await writeFile(path, `time_s,voltage_V\n${rows.join('\n')}\n`);
  try {
    const request = {
      paths: [path],
      area_cm2: null,
      mass_mg: null,
      cellKind: null,
      cellFacts: NO_CELL_FACTS,
    };
    const [unknown] = (await measureCell({ ...request, setCurrent_A: null })).runs;
    expect(unknown?.problem).toMatchObject({ code: 'missing-column', wanted: 'current_A' });
    const [known] = (await measureCell({ ...request, setCurrent_A: 0.002 })).runs;
    // 2 mA for one hour.
    expect(known?.cycling?.summary.halfCycles[0]?.capacity_mAh).toBeCloseTo(2, 1);
    expect(known?.cycling?.summary.rules.join(' ')).toMatch(/current/iu);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
