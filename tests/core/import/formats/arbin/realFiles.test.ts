/** Real Arbin exports against their own cells, cut by hand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectData, firstDataset, importBytes, valuesOf } from '../../../../support/importBytes.ts';
import { sharedFile } from '../../../../support/sharedData.ts';

const EXPECTED = [
  {
    file: 'arbin/PyProBE/sample_data_arbin.csv',
    titles: {
      time_s: 'Test Time (s)',
      current_A: 'Current (A)',
      voltage_V: 'Voltage (V)',
      chargeCapacity_Ah: 'Charge Capacity (Ah)',
    },
    // date -u -d '2024-09-20 08:32:34.558' +%s.%N
    firstClock_s: 1726821154.558,
  },
  {
    file: 'arbin/beep/FastCharge_000025_CH8.csv',
    titles: {
      time_s: 'Test_Time',
      current_A: 'Current',
      voltage_V: 'Voltage',
      clock_s: 'DateTime',
      temperature_degC: 'Temperature',
    },
    firstClock_s: 1494645243.4715,
  },
  {
    file: 'arbin/battery-data-format/tiny_arbin.csv',
    titles: {
      time_s: 'Test Time (s)',
      current_A: 'Current (A)',
      dischargeCapacity_Ah: 'Discharge Capacity (Ah)',
    },
    // date -u -d '2023-10-10 16:09:14' +%s
    firstClock_s: 1696954154,
  },
];

test.for(EXPECTED)(
  '$file gives every row and the numbers of its cells',
  async ({ file, titles, firstClock_s }, { skip }) => {
    const path = sharedFile(file);
    if (!path) return skip('no real files on this machine');
    const rows = readFileSync(path, 'utf8')
      .replace('\uFEFF', '')
      .trimEnd()
      .split(/\r?\n/u)
      .map((line) => line.split(','));
    const outcome = expectData(await importBytes(readFileSync(path)));
    const dataset = firstDataset(outcome);
    expect(outcome.receipt).toMatchObject({
      format: 'arbin-csv',
      rowsRead: rows.length - 1,
      rowsRejected: 0,
    });
    expect(valuesOf(dataset, 'clock_s')[0]).toBe(firstClock_s);
    for (const [name, title] of Object.entries(titles)) {
      const at = rows[0]?.indexOf(title) ?? -1;
      expect(valuesOf(dataset, name), title).toEqual(rows.slice(1).map((row) => Number(row[at])));
    }
  },
);
