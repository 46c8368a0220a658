/**
 * Writes Arbin CSV: the MITS 8/10 dialect (units in the titles, a TAB before the date) or the database dialect (bare
 * names, unix seconds, indexes as `1.0`). Current charges when positive; the capacity counters are never reset, as in a
 * schedule that does not ask for it. The format has no place for a comment, so the file's folder says that it is
 * simulated.
 */
import type { CyclingRecord, SimulatedRun } from '../cyclingRecord.ts';
import { usClock } from './clockText.ts';
import { encodeLines, type TextOptions } from './textBytes.ts';

export interface ArbinOptions extends TextOptions {
  readonly dialect: 'mits' | 'database';
  /** Titles of the dialect, in the order wanted; undefined = all. */
  readonly columns?: readonly string[];
}

const DEFAULTS: ArbinOptions = { encoding: 'utf-8-bom', lineEnd: '\r\n', dialect: 'mits' };

interface ArbinRow {
  readonly record: CyclingRecord;
  readonly number: number;
  readonly clock_ms: number;
  readonly charge_Ah: number;
  readonly discharge_Ah: number;
}

type Cells = Readonly<Record<string, (row: ArbinRow) => string>>;

/** At most nine significant digits, and no exponent for what a cycler measures. */
const digits = (value: number): string => String(Number(value.toPrecision(9)));

const MITS: Cells = {
  'Data Point': ({ number }) => String(number),
  'Date Time': ({ clock_ms }) => `\t${usClock(clock_ms)}`,
  'Test Time (s)': ({ record }) => record.time_s.toFixed(4),
  'Step Time (s)': ({ record }) => record.stepTime_s.toFixed(4),
  'Cycle Index': ({ record }) => String(record.cycle),
  'Step Index': ({ record }) => String(record.protocolLine),
  'Current (A)': ({ record }) => digits(record.current_A),
  'Voltage (V)': ({ record }) => digits(record.voltage_V),
  'Power (W)': ({ record }) => digits(record.current_A * record.voltage_V),
  'Charge Capacity (Ah)': ({ charge_Ah }) => digits(charge_Ah),
  'Discharge Capacity (Ah)': ({ discharge_Ah }) => digits(discharge_Ah),
};

const DATABASE: Cells = {
  Data_Point: ({ number }) => String(number),
  Test_Time: ({ record }) => digits(record.time_s),
  DateTime: ({ clock_ms }) => String(Math.round(clock_ms / 1000)),
  Step_Time: ({ record }) => digits(record.stepTime_s),
  Step_Index: ({ record }) => `${record.protocolLine}.0`,
  Cycle_Index: ({ record }) => `${record.cycle}.0`,
  Current: ({ record }) => digits(record.current_A),
  Voltage: ({ record }) => digits(record.voltage_V),
  Charge_Capacity: ({ charge_Ah }) => digits(charge_Ah),
  Discharge_Capacity: ({ discharge_Ah }) => digits(discharge_Ah),
};

/** Blocks of bytes of the run. */
export function* arbinCsv(run: SimulatedRun, options: Partial<ArbinOptions> = {}): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  yield* encodeLines(lines(run, full), full);
}

function* lines(run: SimulatedRun, { dialect, columns }: ArbinOptions): Generator<string> {
  const cells = dialect === 'mits' ? MITS : DATABASE;
  const titles = columns ?? Object.keys(cells);
  const writers = titles.map((title) => {
    const cell = cells[title];
    if (!cell) throw new Error(`no such Arbin column: ${title}`);
    return cell;
  });
  yield titles.join(',');
  for (const row of countedRows(run)) yield writers.map((cell) => cell(row)).join(',');
}

function* countedRows(run: SimulatedRun): Generator<ArbinRow> {
  let number = 0;
  let charged_Ah = 0;
  let discharged_Ah = 0;
  for (const record of run.records) {
    number += 1;
    const charge_Ah = charged_Ah + Math.max(0, record.stepCharge_Ah);
    const discharge_Ah = discharged_Ah + Math.max(0, -record.stepCharge_Ah);
    yield { record, number, clock_ms: run.startedAt_ms + 1000 * record.time_s, charge_Ah, discharge_Ah };
    if (record.lastOfStep) {
      charged_Ah = charge_Ah;
      discharged_Ah = discharge_Ah;
    }
  }
}
