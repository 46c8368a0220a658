/**
 * Writes BioLogic .mpr files: magic, then the modules Set, data and LOG. `old` headers have 51 bytes with ids from byte
 * 5 and records from 405 (data version 2) or 406 (version 3); `new` ones (EC-Lab 11.50 on) have 59 bytes, the length
 * moved by four, ids from byte 6 and records from 1007. Everything is little-endian; all flags share the first byte.
 */
import type { SimulatedRun } from '../cyclingRecord.ts';
import { oleDate, usShortDate } from './clockText.ts';
import { ecLabRows, type EcLabRow, type SimulatedSpectrum } from './ecLabRows.ts';

export type EcLabLayout = 'old-2' | 'old-3' | 'new';

export interface EcLabBinaryOptions {
  readonly layout: EcLabLayout;
  /** False leaves out LOG and the mark of the last row, as while a run is going on. */
  readonly finished: boolean;
}

const DEFAULTS: EcLabBinaryOptions = { layout: 'new', finished: true };
const GCPL = 0x04;
const PEIS = 0x1d;
const FLAG_IDS = [1, 2, 3, 21, 31, 65];
const LAST_POINT = 0x40;

type NumberType = 'f32' | 'f64' | 'u16' | 'u32';
const WIDTH: Readonly<Record<NumberType, number>> = { f32: 4, f64: 8, u16: 2, u32: 4 };

interface BinaryColumn<Row> {
  readonly id: number;
  readonly type: NumberType;
  readonly value: (row: Row) => number;
}

const CYCLING_COLUMNS: readonly BinaryColumn<EcLabRow>[] = [
  { id: 131, type: 'u16', value: (row) => row.sequence },
  { id: 4, type: 'f64', value: (row) => row.time_s },
  { id: 7, type: 'f64', value: (row) => row.dq_mAh },
  { id: 13, type: 'f64', value: (row) => row.charge_mAh },
  { id: 5, type: 'f32', value: (row) => row.control_mA },
  { id: 6, type: 'f32', value: (row) => row.voltage_V },
  { id: 39, type: 'u16', value: (row) => row.currentRange },
  { id: 467, type: 'f64', value: (row) => row.halfCycleCharge_mAh },
  { id: 468, type: 'u32', value: (row) => row.halfCycle },
];

type Point = SimulatedSpectrum['points'][number];

const SPECTRUM_COLUMNS: readonly BinaryColumn<Point>[] = [
  { id: 32, type: 'f32', value: (point) => point.frequency_Hz },
  { id: 37, type: 'f32', value: (point) => point.zRe_ohm },
  { id: 38, type: 'f32', value: (point) => -point.zIm_ohm },
  { id: 36, type: 'f32', value: ({ zRe_ohm, zIm_ohm }) => Math.sqrt(zRe_ohm ** 2 + zIm_ohm ** 2) },
  { id: 35, type: 'f32', value: ({ zRe_ohm, zIm_ohm }) => (Math.atan2(zIm_ohm, zRe_ohm) * 180) / Math.PI },
  { id: 4, type: 'f64', value: (point) => point.time_s },
  { id: 77, type: 'f32', value: () => 0 },
  { id: 76, type: 'f32', value: () => 0 },
  { id: 24, type: 'f64', value: () => 1 },
  { id: 39, type: 'u16', value: () => 37 },
];

/** Blocks of bytes of a galvanostatic run (GCPL). Rows are held in memory: the header counts them. */
export function* ecLabCyclingBinary(
  run: SimulatedRun,
  options: Partial<EcLabBinaryOptions> = {},
): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  const rows = [...ecLabRows(run.records)];
  const table = { flags: cyclingFlags, columns: CYCLING_COLUMNS, rows };
  yield* file(GCPL, run, dataModule(table, full), full);
}

/** Blocks of bytes of an impedance spectrum (PEIS). */
export function* ecLabSpectrumBinary(
  spectrum: SimulatedSpectrum,
  options: Partial<EcLabBinaryOptions> = {},
): Generator<Uint8Array> {
  const full = { ...DEFAULTS, ...options };
  const table = { flags: null, columns: SPECTRUM_COLUMNS, rows: spectrum.points };
  yield* file(PEIS, spectrum, dataModule(table, full), full);
}

function cyclingFlags(row: EcLabRow): number {
  const changes = row.sequenceChanged ? 0x10 | 0x20 : 0;
  return row.mode | (row.oxidation ? 0x04 : 0) | changes;
}

interface Table<Row> {
  /** Null when the table has no flag byte. */
  readonly flags: ((row: Row) => number) | null;
  readonly columns: readonly BinaryColumn<Row>[];
  readonly rows: readonly Row[];
}

const FIRST_RECORD: Readonly<Record<EcLabLayout, number>> = { 'old-2': 405, 'old-3': 406, new: 1007 };

function dataModule<Row>({ flags, columns, rows }: Table<Row>, options: EcLabBinaryOptions): Buffer {
  const ids = [...(flags ? FLAG_IDS : []), ...columns.map((column) => column.id)];
  const width = columns.reduce((sum, column) => sum + WIDTH[column.type], flags ? 1 : 0);
  const start = FIRST_RECORD[options.layout];
  const bytes = Buffer.alloc(start + rows.length * width);
  bytes.writeUInt32LE(rows.length, 0);
  const idsFrom = options.layout === 'new' ? 6 : 5;
  if (options.layout === 'new') bytes.writeUInt16LE(ids.length, 4);
  else bytes.writeUInt8(ids.length, 4);
  ids.forEach((id, index) => bytes.writeUInt16LE(id, idsFrom + 2 * index));
  rows.forEach((row, index) => {
    let at = start + index * width;
    if (flags) {
      const last = options.finished && index === rows.length - 1 ? LAST_POINT : 0;
      at = bytes.writeUInt8(flags(row) | last, at);
    }
    for (const column of columns) at = writeNumber(bytes, column.type, column.value(row), at);
  });
  return bytes;
}

function writeNumber(bytes: Buffer, type: NumberType, value: number, at: number): number {
  switch (type) {
    case 'f32':
      return bytes.writeFloatLE(value, at);
    case 'f64':
      return bytes.writeDoubleLE(value, at);
    case 'u16':
      return bytes.writeUInt16LE(value, at);
    case 'u32':
      return bytes.writeUInt32LE(value, at);
  }
}

type HeaderFacts = Pick<SimulatedRun, 'comment' | 'startedAt_ms' | 'area_cm2' | 'electrolyte'>;

function* file(
  technique: number,
  facts: HeaderFacts,
  data: Buffer,
  options: EcLabBinaryOptions,
): Generator<Uint8Array> {
  const date = usShortDate(facts.startedAt_ms);
  const dataVersion = { 'old-2': 2, 'old-3': 3, new: 11 }[options.layout];
  const version = options.layout === 'new' ? 10 : 0;
  const describe = (short: string, long: string, version: number): ModuleHead => ({
    short,
    long,
    version,
    date,
    layout: options.layout,
  });
  yield magic();
  yield* module(describe('VMP Set', 'VMP settings', version), settings(technique, facts));
  yield* module(describe('VMP data', 'VMP data', dataVersion), data);
  if (options.finished) yield* module(describe('VMP LOG', 'VMP LOG', version), log(facts.startedAt_ms));
}

function magic(): Buffer {
  const bytes = Buffer.alloc(52);
  bytes.write('BIO-LOGIC MODULAR FILE\x1a'.padEnd(48), 'latin1');
  return bytes;
}

interface ModuleHead {
  readonly short: string;
  readonly long: string;
  readonly version: number;
  readonly date: string;
  readonly layout: EcLabLayout;
}

function* module(head: ModuleHead, content: Buffer): Generator<Uint8Array> {
  const numbers = Buffer.alloc(head.layout === 'new' ? 16 : 8);
  if (head.layout === 'new') {
    numbers.writeUInt32LE(0xffffffff, 0);
    numbers.writeUInt32LE(content.length, 4);
    numbers.writeUInt32LE(head.version, 12);
  } else {
    numbers.writeUInt32LE(content.length, 0);
    numbers.writeUInt32LE(head.version, 4);
  }
  yield Buffer.concat([
    Buffer.from('MODULE' + head.short.padEnd(10) + head.long.padEnd(25), 'latin1'),
    numbers,
    Buffer.from(head.date, 'latin1'),
    content,
  ]);
}

/** Comments at 7, active mass at 0x107, electrolyte at 0x1C0, area at 0x211; no parameter sets. */
function settings(technique: number, facts: HeaderFacts): Buffer {
  const bytes = Buffer.alloc(6800);
  bytes.writeUInt8(technique, 0);
  writePascal(bytes, facts.comment.replaceAll('\n', '\r\n'), 0x007);
  // The default of the instrument software: no electrode weighs a microgram.
  bytes.writeFloatLE(0.001, 0x107);
  writePascal(bytes, facts.electrolyte, 0x1c0);
  bytes.writeFloatLE(facts.area_cm2, 0x211);
  return bytes;
}

/** Channel at 9 and the start of the acquisition at 585. */
function log(startedAt_ms: number): Buffer {
  const bytes = Buffer.alloc(8100);
  bytes.writeUInt8(0, 0x009);
  bytes.writeDoubleLE(oleDate(startedAt_ms), 585);
  writePascal(bytes, 'simulated', 0x351);
  writePascal(bytes, '11.50', 0x3b7);
  return bytes;
}

function writePascal(bytes: Buffer, text: string, at: number): void {
  const encoded = Buffer.from(text, 'latin1').subarray(0, 0xff);
  bytes.writeUInt8(encoded.length, at);
  encoded.copy(bytes, at + 1);
}
