/**
 * Writes the flat recording layer of Neware BTSDA 8 as CSV: current signed with charge positive, capacities unsigned
 * and back to 0 at every step, the row before and the row after a step change at the same total time. The format has
 * no place for a comment, so the file's folder says that it is simulated.
 */
import type { CyclingRecord, SimulatedRun } from '../cyclingRecord.ts';
import { isoClock, longDuration } from './clockText.ts';
import { encodeLines, type TextOptions } from './textBytes.ts';

export interface NewareUnits {
  readonly current: 'uA' | 'mA' | 'A';
  readonly voltage: 'mV' | 'V';
  readonly capacity: 'mAs' | 'mAh' | 'Ah';
}

export interface NewareOptions extends TextOptions {
  readonly language: 'english' | 'chinese';
  readonly units: NewareUnits;
  readonly trailingComma: boolean;
  /** English titles without units, in the order wanted; undefined = all. */
  readonly columns?: readonly string[];
}

const DEFAULTS: NewareOptions = {
  encoding: 'utf-8',
  lineEnd: '\n',
  language: 'english',
  units: { current: 'mA', voltage: 'V', capacity: 'mAh' },
  trailingComma: true,
};

const PER_AMPERE = { uA: 1e6, mA: 1e3, A: 1 } as const;
const PER_VOLT = { mV: 1e3, V: 1 } as const;
const PER_AMPERE_HOUR = { mAs: 3.6e6, mAh: 1e3, Ah: 1 } as const;
const DIGITS = { uA: 1, mA: 4, A: 8, mV: 3, V: 6, mAs: 3, mAh: 6, Ah: 9 } as const;

interface NewareColumn {
  readonly chinese: string;
  readonly unit: (units: NewareUnits) => string;
  readonly cell: (row: NewareRow) => string;
}

interface NewareRow {
  readonly record: CyclingRecord;
  readonly number: number;
  readonly startedAt_ms: number;
  readonly units: NewareUnits;
  readonly language: 'english' | 'chinese';
}

const STEP_NAMES = {
  english: { rest: 'Rest', charge: 'CC Chg', discharge: 'CC DChg' },
  chinese: { rest: '搁置', charge: '恒流充电', discharge: '恒流放电' },
} as const;

const none = (): string => '';

function capacity(amount_Ah: number, { capacity: unit }: NewareUnits): string {
  return (amount_Ah * PER_AMPERE_HOUR[unit]).toFixed(DIGITS[unit]);
}

/** What Neware calls charge flows in steps of positive current only. */
const charged = ({ kind, stepCharge_Ah }: CyclingRecord): number => (kind === 'charge' ? stepCharge_Ah : 0);
const discharged = ({ kind, stepCharge_Ah }: CyclingRecord): number =>
  kind === 'discharge' ? -stepCharge_Ah : 0;

function stepMark({ firstOfStep, lastOfStep }: CyclingRecord): string {
  if (firstOfStep) return '0';
  return lastOfStep ? '1' : '';
}

const COLUMNS: Readonly<Record<string, NewareColumn>> = {
  DataPoint: { chinese: '数据序号', unit: none, cell: (row) => String(row.number) },
  'Cycle Index': { chinese: '循环号', unit: none, cell: ({ record }) => String(record.cycle) },
  'Step Index': { chinese: '工步号', unit: none, cell: ({ record }) => String(record.protocolLine) },
  'Step Type': {
    chinese: '工步类型',
    unit: none,
    cell: ({ record, language }) => STEP_NAMES[language][record.kind],
  },
  Time: { chinese: '时间', unit: none, cell: ({ record }) => longDuration(record.stepTime_s) },
  'Total Time': { chinese: '总时间', unit: none, cell: ({ record }) => longDuration(record.time_s) },
  Current: {
    chinese: '电流',
    unit: (units) => `(${units.current})`,
    cell: ({ record, units: { current } }) =>
      (record.current_A * PER_AMPERE[current]).toFixed(DIGITS[current]),
  },
  Voltage: {
    chinese: '电压',
    unit: (units) => `(${units.voltage})`,
    cell: ({ record, units: { voltage } }) => (record.voltage_V * PER_VOLT[voltage]).toFixed(DIGITS[voltage]),
  },
  Capacity: {
    chinese: '容量',
    unit: (units) => `(${units.capacity})`,
    cell: ({ record, units }) => capacity(Math.abs(record.stepCharge_Ah), units),
  },
  'Chg. Cap.': {
    chinese: '充电容量',
    unit: (units) => `(${units.capacity})`,
    cell: ({ record, units }) => capacity(charged(record), units),
  },
  'DChg. Cap.': {
    chinese: '放电容量',
    unit: (units) => `(${units.capacity})`,
    cell: ({ record, units }) => capacity(discharged(record), units),
  },
  Energy: {
    chinese: '能量',
    unit: () => '(mWh)',
    cell: ({ record }) => (1000 * Math.abs(record.stepEnergy_Wh)).toFixed(6),
  },
  Date: {
    chinese: '绝对时间',
    unit: none,
    cell: ({ record, startedAt_ms }) => isoClock(startedAt_ms + 1000 * record.time_s),
  },
  'Step start and end identification ': {
    chinese: '工步起止标识',
    unit: none,
    cell: ({ record }) => stepMark(record),
  },
};

/** Blocks of bytes of the run. */
export function* newareCsv(run: SimulatedRun, options: Partial<NewareOptions> = {}): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  yield* encodeLines(lines(run, full), full);
}

function* lines(run: SimulatedRun, options: NewareOptions): Generator<string> {
  const { language, units, columns = Object.keys(COLUMNS) } = options;
  const end = options.trailingComma ? ',' : '';
  const chosen = columns.map((title) => {
    const column = COLUMNS[title];
    if (!column) throw new Error(`no such Neware column: ${title}`);
    return { title: language === 'chinese' ? column.chinese : title, column };
  });
  yield chosen.map(({ title, column }) => title + column.unit(units)).join(',') + end;
  let number = 0;
  for (const record of run.records) {
    number += 1;
    const row: NewareRow = { record, number, startedAt_ms: run.startedAt_ms, units, language };
    yield chosen.map(({ column }) => column.cell(row)).join(',') + end;
  }
}
