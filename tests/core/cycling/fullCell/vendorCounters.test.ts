import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fullCellCycles } from '#core/cycling/fullCell/fullCellCycles.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { expectData, importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

const path = sharedFile('neware/cellpy/neware_uio.csv');

/** First cycle: the vendor counts each of its three discharge steps from 0 (steps 2, 4 and 6), here added by hand. */
const VENDOR = {
  capacity_Ah: 0.00468031 + 0.00028183 + 0.00012414,
  energy_Wh: 0.00084024 + 0.00001751 + 0.00000719,
};

test.skipIf(path === null)(
  'the first discharge capacity and energy of a Neware file agree with its counters within 0.5 %',
  async () => {
    const bytes = readFileSync(path ?? '');
    const { datasets } = expectData(await importBytes(new Uint8Array(bytes), path ?? ''));
    const normalisation = { area_cm2: null, mass_mg: null };
    const [dataset] = datasets;
    if (!dataset) throw new Error('no dataset');
    const outcome = summariseCycling(dataset, { ...normalisation, setCurrent_A: null });
    if (!outcome.ok) throw new Error('no summary');
    const sides = (fullCellCycles(outcome.run, normalisation) ?? []).flatMap(({ discharge }) =>
      discharge ? [discharge] : [],
    );
    const [first] = sides;
    expect(Math.abs((first?.capacity_mAh ?? NaN) / 1000 / VENDOR.capacity_Ah - 1)).toBeLessThan(0.005);
    expect(Math.abs((first?.energy_mWh ?? NaN) / 1000 / VENDOR.energy_Wh - 1)).toBeLessThan(0.005);
  },
);
