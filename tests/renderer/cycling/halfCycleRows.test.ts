import { expect, test } from 'vitest';
import {
  shownValue,
  tableColumns,
  tabSeparated,
  type HalfCycleRow,
} from '../../../src/renderer/views/cycling/halfCycleRows.ts';

const ROW: HalfCycleRow = {
  cell: 'Li_01',
  hasPolarisation: true,
  cycle: null,
  halfCycle: {
    index: 1204,
    direction: 'positive',
    startTime_s: 4_444_444,
    duration_s: 3600,
    current_mA: -3.9251234,
    capacity_mAh: 3.92512345,
    capacity_mAhPerCm2: null,
    capacity_mAhPerG: null,
    currentDensity_mAPerCm2: null,
    polarisation_mV: 77.5563,
    middleVoltage_mV: 77.5563,
    noiseIndex: null,
    shape: null,
    samples: 10,
    isInterrupted: false,
    segments: [],
    irDrop: { resolution: 'no-step', firstSample_s: null, drop_mV: null, resistance_ohm: null },
    initialPeak_mV: null,
    innerStep: null,
    areaResistance_ohm_cm2: null,
    ohmicFloor_mV: null,
    sandTime_s: null,
    metalThickness_um: null,
  },
};

test('a half cycle is shown with four digits, times to 0.001 h, thousands separated', () => {
  const columns = tableColumns('absolute', [ROW]);
  expect(columns.map((column) => shownValue(column, column.read(ROW)))).toEqual([
    'Li_01',
    '1,204',
    'positive',
    '3.925',
    '77.56',
    '−3.925',
    '1,234.568',
    '1.000',
  ]);
});

test('a copied table has the digits of the screen without separators, and units in its titles', () => {
  const [title, line] = tabSeparated(tableColumns('perArea', [ROW]), [ROW]).split('\n');
  expect(title?.split('\t').slice(3, 5)).toEqual(['Capacity (mAh/cm²)', 'Polarisation (mV)']);
  // The area is not known, so there is no capacity per area.
  expect(line?.split('\t')).toEqual([
    'Li_01',
    '1204',
    'positive',
    '',
    '77.56',
    '-3.925',
    '1234.568',
    '1.000',
  ]);
});

test('zeros among the four digits are shown: what was measured alike looks alike', () => {
  const [, , , capacity] = tableColumns('absolute', [ROW]);
  expect([5, 340, 0].map((value) => (capacity ? shownValue(capacity, value) : ''))).toEqual([
    '5.000',
    '340.0',
    '0.000',
  ]);
});

test('what a run tells beside has its own columns, and none where it tells nothing', () => {
  const irDrop = {
    resolution: 'includes-charge-transfer',
    firstSample_s: 0.1,
    drop_mV: -60,
    resistance_ohm: 30,
  } as const;
  const cycle = {
    ...{ cycle: 1, halfCycles: [1203, 1204], hysteresis_mV: 155.2, offset_mV: 0.4 },
    ...{ asymmetry: -0.012, coulombicEfficiency: 1 },
  };
  const told = {
    ...ROW,
    cycle,
    halfCycle: { ...ROW.halfCycle, shape: 'arching', irDrop, noiseIndex: 0.002, sandTime_s: 7200 },
  } as const;
  const columns = tableColumns('absolute', [ROW, told]).slice(8);
  expect(columns.map(({ title, unit }) => `${title} ${unit}`.trim())).toEqual([
    ...['Hysteresis, two-sided mV', 'Offset mV', 'Asymmetry %', 'CE %', 'Shape', 'iR drop mV'],
    ...['Noise %', 'Sand’s time h'],
  ]);
  expect(columns.map((column) => shownValue(column, column.read(told)))).toEqual([
    ...['155.2', '0.40', '−1.20', '100.0', 'arching', '≤ 60.00', '0.2000', '2.000'],
  ]);
  expect(columns.map((column) => shownValue(column, column.read(ROW)))).toEqual(columns.map(() => ''));
  // Between unlike electrodes the same numbers mean nothing.
  expect(tableColumns('absolute', [{ ...told, hasPolarisation: false }])).toHaveLength(8);
});

test('a run between unlike electrodes has a voltage in the middle and no polarisation', () => {
  const full = { ...ROW, hasPolarisation: false };
  const titles = (rows: readonly HalfCycleRow[]) => tableColumns('absolute', rows).map(({ title }) => title);
  expect(titles([full])[4]).toBe('Middle voltage');
  expect(titles([full])).not.toContain('Polarisation');
  expect(titles([ROW, full]).slice(4, 6)).toEqual(['Polarisation', 'Middle voltage']);
  const values = tableColumns('absolute', [ROW, full]).map((column) => shownValue(column, column.read(full)));
  expect(values.slice(4, 6)).toEqual(['', '77.56']);
});
