/** What vendors count themselves, against what is computed from time, current and voltage. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { summariseFullCell } from '#core/cycling/fullCell/summariseFullCell.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { expectData, importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

const NORMALISATION = { area_cm2: null, mass_mg: null };

async function fullCellOfFile(path: string | null) {
  const bytes = readFileSync(path ?? '');
  const { datasets } = expectData(await importBytes(new Uint8Array(bytes), path ?? ''));
  const dataset = datasets.find(({ kind }) => kind === 'cycling');
  if (!dataset) throw new Error('no dataset');
  const outcome = summariseCycling(dataset, { ...NORMALISATION, setCurrent_A: null });
  if (!outcome.ok) throw new Error('no summary');
  const summary = summariseFullCell(outcome.run, NORMALISATION);
  if (!summary) throw new Error('no full cell');
  return summary;
}

const off = (value: number | null | undefined, truth: number) => Math.abs((value ?? NaN) / truth - 1);

const silicon = sharedFile('neware/cellpy/neware_uio.csv');

describe.skipIf(silicon === null)('a Neware run of a half cell that begins with a discharge', () => {
  test('agrees in its first discharge with the vendor’s three step counters, here added by hand, within 0.5 %', async () => {
    const { cycles } = await fullCellOfFile(silicon);
    const first = cycles[0]?.discharge;
    expect(off(first?.capacity_mAh, 1000 * (0.00468031 + 0.00028183 + 0.00012414))).toBeLessThan(0.005);
    expect(off(first?.energy_mWh, 1000 * (0.00084024 + 0.00001751 + 0.00000719))).toBeLessThan(0.005);
  });

  test('gives charge over discharge as its efficiency and leaves out the last charge, which the file breaks off', async () => {
    const { cycles, beginsWith, leftOut, rates } = await fullCellOfFile(silicon);
    expect(beginsWith).toBe('discharge');
    // Second cycle by the vendor: 4.24668 mAh charged, 4.06473 + 0.19820 + 0.10548 mAh discharged.
    expect(off(cycles[1]?.coulombicEfficiency, 4.24668 / (4.06473 + 0.1982 + 0.10548))).toBeLessThan(0.002);
    expect(leftOut).toEqual([
      { cycle: 1, reason: 'first' },
      { cycle: 5, reason: 'unfinished' },
    ]);
    // The vendor's steps: 0.24872 and 0.24869 mA, then 0.99179 mA.
    expect(rates.groups.map(({ cycles: numbers }) => numbers)).toEqual([[2, 3], [4]]);
    expect(off(rates.groups[0]?.current_mA, 0.2487)).toBeLessThan(0.002);
    expect(off(rates.groups[1]?.current_mA, 0.99179)).toBeLessThan(0.002);
  });

  test('has the peaks of the vendor’s own dQ/dV column in the charge of its second cycle', async () => {
    const { peaks } = await fullCellOfFile(silicon);
    const found = peaks.dQdV
      .filter(({ direction }) => direction === 'charge')
      .flatMap(({ points }) => points.filter(({ cycle }) => cycle === 2));
    // Where the mean of the column in steps of 5 mV is highest: 16.8, 8.0, 12.9 (flat from 0.26 to 0.29 V) and 10.1 mAh/V.
    const vendor = [0.1175, 0.15, 0.275, 0.4775];
    expect(found).toHaveLength(vendor.length);
    found.forEach(({ position_V }, k) => {
      expect(Math.abs(position_V - (vendor[k] ?? NaN))).toBeLessThanOrEqual(0.005);
    });
    expect(off(found[3]?.height_mAhPerV, 10.1)).toBeLessThan(0.1);
  });
});

const cathode = sharedFile('neware/cellpy/nw_regular_export_ife_example.csv');

/** Its cycle lines: charged and discharged Ah, Wh of both. */
const CATHODE: readonly (readonly [number, number, number, number])[] = [
  [0.02256, 0.33067, 0.10243, 1.34319],
  [0.3278, 0.33172, 1.46454, 1.35982],
  [0.3318, 0.32663, 1.48259, 1.33992],
  [0.32704, 0.32125, 1.46169, 1.31812],
  [0.32179, 0.3165, 1.43854, 1.29868],
  [0.31709, 0.31231, 1.41772, 1.2815],
  [0.31293, 0.30853, 1.39928, 1.26598],
  [0.30916, 0.30492, 1.38254, 1.25115],
  [0.30554, 0.30155, 1.36647, 1.23726],
  [0.3022, 0.29822, 1.35159, 1.22351],
  [0.29884, 0.29495, 1.33661, 1.21001],
  [0.29557, 0.29174, 1.32206, 1.19673],
  [0.29236, 0.28842, 1.30777, 1.18302],
  [0.28902, 0.28501, 1.29294, 1.16888],
  [0.2856, 0.28153, 1.27766, 1.15447],
  [0.28212, 0.27789, 1.26217, 1.1394],
  [0.27847, 0.27427, 1.2459, 1.12437],
  [0.27485, 0.2705, 1.22975, 1.10879],
  [0.27109, 0.26683, 1.21301, 1.09358],
  [0.26738, 0.2632, 1.19643, 1.07859],
];

describe.skipIf(cathode === null)('a Neware run of twenty cycles', () => {
  test('agrees with the vendor’s capacities and energies within 0.2 %, but for the 171 s of its first charge', async () => {
    const { cycles } = await fullCellOfFile(cathode);
    expect(cycles).toHaveLength(CATHODE.length);
    cycles.forEach(({ charge, discharge }, k) => {
      const [charged, discharged, in_Wh, out_Wh] = CATHODE[k] ?? [NaN, NaN, NaN, NaN];
      // Rows of 2 s: half an interval of 171 s is 0.6 %.
      const allowed = k === 0 ? 0.01 : 0.002;
      expect(off(charge?.capacity_mAh, 1000 * charged), `charge ${k + 1}`).toBeLessThan(allowed);
      expect(off(charge?.energy_mWh, 1000 * in_Wh), `charged energy ${k + 1}`).toBeLessThan(allowed);
      expect(off(discharge?.capacity_mAh, 1000 * discharged), `discharge ${k + 1}`).toBeLessThan(0.002);
      expect(off(discharge?.energy_mWh, 1000 * out_Wh), `discharged energy ${k + 1}`).toBeLessThan(0.002);
    });
  });

  test('agrees with the means and the retention of the vendor’s cycle lines', async () => {
    const { means, retained, fade } = await fullCellOfFile(cathode);
    const counted = CATHODE.slice(1);
    const mean = (of: (line: (typeof CATHODE)[number]) => number) =>
      counted.reduce((sum, line) => sum + of(line), 0) / counted.length;
    expect(means.coulombicEfficiency?.n).toBe(19);
    expect(
      off(
        means.coulombicEfficiency?.mean,
        mean(([charged, discharged]) => discharged / charged),
      ),
    ).toBeLessThan(0.001);
    expect(
      off(
        means.energyEfficiency?.mean,
        mean(([, , in_Wh, out_Wh]) => out_Wh / in_Wh),
      ),
    ).toBeLessThan(0.001);
    expect(off(retained?.last?.retention, 0.2632 / 0.33067)).toBeLessThan(0.001);
    // Its own capacity falls below 80 % of the first (0.26454 Ah) between cycles 19 and 20.
    if (!fade.ok) throw new Error('no fade');
    expect(fade.endOfLife.cycle).toBeGreaterThan(18.5);
    expect(fade.endOfLife.cycle).toBeLessThan(20.5);
  });
});

const graphite = sharedFile('biologic/battery-data-format/issue/bcd.issue_241.mpr');

test.skipIf(graphite === null)(
  'a BioLogic capacity determination agrees with the counters in its text export within 0.2 %, in its energies within 0.3 %',
  async () => {
    const { cycles, beginsWith } = await fullCellOfFile(graphite);
    const [cycle] = cycles;
    expect(beginsWith).toBe('discharge');
    expect(off(cycle?.discharge?.capacity_mAh, 5.464609)).toBeLessThan(0.002);
    expect(off(cycle?.discharge?.energy_mWh, 0.566503)).toBeLessThan(0.003);
    expect(off(cycle?.charge?.capacity_mAh, 5.452106)).toBeLessThan(0.002);
    expect(off(cycle?.charge?.energy_mWh, 0.888137)).toBeLessThan(0.003);
  },
);

const pouch = sharedFile(
  'neware/battery-data-format/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv',
);

test.skipIf(pouch === null)(
  'a rate test of a pouch cell has one group for each of its five discharge currents',
  async () => {
    const { rates, charging } = await fullCellOfFile(pouch);
    // The currents in the last rows of its discharge steps, mA.
    const truth = [653.7, 6549.5, 13100.3, 32750.5, 59459.1];
    expect(rates.groups).toHaveLength(truth.length);
    rates.groups.forEach(({ current_mA }, k) => {
      expect(off(current_mA, truth[k] ?? NaN)).toBeLessThan(0.002);
    });
    expect(rates.groups[0]?.means.coulombicEfficiency).toBeNull();
    expect(charging).toMatchObject({ positiveIs: 'charge', agreeing: 10, moving: 10 });
  },
);
