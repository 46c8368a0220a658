/** Scans of the sample study, whose phases its simulator has put there. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importPath } from '#jobs/importPath.ts';
import { presentPhases } from '#jobs/presentPhases.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';

const SCANS = resolve(import.meta.dirname, '../../resources/sample-study/simulated-diffraction');
const sought = { phases: phaseLibrary(), tables: XRAY_TABLES };

async function scansOf(...names: readonly string[]) {
  const outcomes = await Promise.all(names.map((name) => importPath({ path: resolve(SCANS, name) })));
  return outcomes.flatMap((outcome) => (outcome.ok ? outcome.datasets : []));
}

test('a film scanned before and after cycling shows the phases of both', async () => {
  const scans = await scansOf('Li-Hg_LLTO_02_XRD_pristine.ras', 'Li-Hg_LLTO_02_XRD_cycled.xrdml');
  const found = presentPhases(scans, sought);
  expect([...found].sort()).toEqual(['LLTO-tet', 'Li3Hg', 'LiHg3']);
});

test('a scan whose X-rays nobody named says nothing', async () => {
  const [scan] = await scansOf('Li-Hg_LLTO_01_XRD_pristine.xy');
  if (!scan) throw new Error('no scan');
  expect(presentPhases([{ ...scan, metadata: {} }], sought)).toEqual([]);
});
