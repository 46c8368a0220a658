import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectData, importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';

async function summaryOf(path: string) {
  const { datasets } = expectData(await importBytes(new Uint8Array(readFileSync(path)), path));
  const cycling = datasets.find(({ kind }) => kind === 'cycling');
  if (!cycling) throw new Error('no cycling data');
  const outcome = summariseCycling(cycling, { area_cm2: null, mass_mg: null, setCurrent_A: null });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.summary;
}

const pulse = sharedFile('biologic/PyProBE/Sample_data_biologic_01_MB_CA1.txt');
const slow = sharedFile('neware/cellpy/neware_uio.csv');

describe.runIf(pulse !== null)('a real pulse of 0.9 A whose step clock never begins anew', () => {
  test('has the drop of its first sample, said to contain charge transfer: the row before is 122 ms old', async () => {
    const [half] = (await summaryOf(pulse ?? '')).halfCycles;
    expect(half?.irDrop.resolution).toBe('includes-charge-transfer');
    // Lines 203 and 204 of the file: 9.9000 and 10.0220 s, (3.5084853 − 3.5178971) V over −0.89986578 A.
    expect(half?.irDrop.firstSample_s).toBeCloseTo(0.122, 6);
    expect(half?.irDrop.resistance_ohm).toBeCloseTo(9.4118e-3 / 0.89986578, 6);
  });
});

describe.runIf(slow !== null)('a real full cell logged every minute or every 10 mV', () => {
  test('has its iR drops refused but for the step whose next row comes within 1 s', async () => {
    const { halfCycles, irDrops } = await summaryOf(slow ?? '');
    expect(irDrops).toMatchObject({ resolved: 0, 'includes-charge-transfer': 1 });
    expect(irDrops['too-late']).toBeGreaterThan(10);
    const told = halfCycles.filter(({ irDrop }) => irDrop.resistance_ohm !== null);
    // Lines 8717 and 8718 of the file: (0.8278 − 0.8372) V over −0.00099153 A.
    expect(told.map(({ irDrop }) => irDrop.resistance_ohm)).toEqual([expect.closeTo(9.4803, 3)]);
  });

  test('has no DC resistance and no critical current, which suppose two electrodes of one metal', async () => {
    const { followsCurrent, dcResistance, criticalCurrent, rules } = await summaryOf(slow ?? '');
    expect({ followsCurrent, dcResistance, criticalCurrent }).toEqual({
      followsCurrent: false,
      dcResistance: null,
      criticalCurrent: null,
    });
    expect(rules.join(' ')).toContain('E does not go with the sign of the current');
  });
});
