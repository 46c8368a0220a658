/**
 * The Settings, LOG and loop modules of an `.mpr` file. Offsets from the start of the module's data, the same in the
 * old and the new layout; each was compared with the header of the text export of the same run.
 *
 * Settings: 0x000 u8 technique · 0x007 comments · 0x107 f32 active mass, mg · 0x10B at x · 0x10F molecular weight ·
 *   0x113 atomic weight · 0x117 xo · 0x11B u16 electrons per ion · 0x11E electrode material · 0x1C0 electrolyte ·
 *   0x211 f32 electrode area, in the unit of 0x250 · 0x215 reference electrode · 0x24C f32 characteristic mass ·
 *   0x250 u8 unit of the area (2 cm², 3 mm²) · 0x25C f32 battery capacity, always mA.h · 0x260 u8 its display unit
 * LOG: 0x009 u8 channel from zero · 0x0AB u16 channel serial · 0x1F8 f32 E range · 0x249 f64 start of acquisition as
 *   days since 1899-12-30, local wall clock (465, 469 and 473 are reported for other versions) ·
 *   0x251 file · 0x351 host · 0x384 address · 0x3B7 software · 0x3BE server · 0x3C5 interpreter · 0x3CF device serial
 * Loop: u32 n, then n u32 row indexes; the first is 0 and the last the number of rows.
 */
import { createByteReader, type ByteReader } from '#core/import/bytes.ts';

export interface MprSettings {
  readonly techniqueId: number;
  readonly comments: string;
  readonly activeMass_mg: number;
  readonly atX: number;
  readonly molecularWeight_gPerMol: number;
  readonly atomicWeight_gPerMol: number;
  readonly xStart: number;
  readonly electronsPerIon: number;
  readonly electrodeMaterial: string;
  readonly electrolyte: string;
  /** In the unit of `areaUnit`. */
  readonly electrodeArea: number;
  readonly areaUnit: number;
  readonly referenceElectrode: string;
  /** Shown in g or mg by the software; which of them is not known. */
  readonly characteristicMass: number;
  readonly batteryCapacity_mAh: number;
  readonly batteryCapacityUnit: number;
}

export interface MprLog {
  readonly channel: number;
  readonly channelSerial: number;
  readonly potentialMin_V: number;
  readonly potentialMax_V: number;
  /** Days since 1899-12-30, local wall clock; null when no place holds a plausible date. */
  readonly startedAt_days: number | null;
  readonly file: string;
  readonly host: string;
  readonly address: string;
  readonly softwareVersion: string;
  readonly serverVersion: string;
  readonly interpreterVersion: string;
  readonly deviceSerial: string;
}

/** A cut module gives what it has: numbers beyond the end are NaN, texts empty. */
function lenient(reader: ByteReader) {
  return {
    u8: (at: number) => reader.u8(at) ?? NaN,
    u16: (at: number) => reader.u16(at) ?? NaN,
    f32: (at: number) => reader.f32(at) ?? NaN,
    text: (at: number) => (reader.pascal(at) ?? '').replace(/\0/g, '').trim(),
  };
}

export function parseMprSettings(bytes: Uint8Array): MprSettings {
  const at = lenient(createByteReader(bytes));
  return {
    techniqueId: at.u8(0),
    comments: at.text(0x007),
    activeMass_mg: at.f32(0x107),
    atX: at.f32(0x10b),
    molecularWeight_gPerMol: at.f32(0x10f),
    atomicWeight_gPerMol: at.f32(0x113),
    xStart: at.f32(0x117),
    electronsPerIon: at.u16(0x11b),
    electrodeMaterial: at.text(0x11e),
    electrolyte: at.text(0x1c0),
    electrodeArea: at.f32(0x211),
    areaUnit: at.u8(0x250),
    referenceElectrode: at.text(0x215),
    characteristicMass: at.f32(0x24c),
    batteryCapacity_mAh: at.f32(0x25c),
    batteryCapacityUnit: at.u8(0x260),
  };
}

const START_OFFSETS = [585, 465, 469, 473];
const EARLIEST_DAYS = 30_000;
const LATEST_DAYS = 60_000;

function startOfAcquisition(reader: ByteReader): number | null {
  for (const offset of START_OFFSETS) {
    const days = reader.f64(offset);
    if (days !== undefined && days > EARLIEST_DAYS && days < LATEST_DAYS) return days;
  }
  return null;
}

export function parseMprLog(bytes: Uint8Array): MprLog {
  const reader = createByteReader(bytes);
  const at = lenient(reader);
  return {
    channel: at.u8(0x009) + 1,
    channelSerial: at.u16(0x0ab),
    potentialMin_V: at.f32(0x1f8),
    potentialMax_V: at.f32(0x1fc),
    startedAt_days: startOfAcquisition(reader),
    file: at.text(0x251),
    host: at.text(0x351),
    address: at.text(0x384),
    softwareVersion: at.text(0x3b7),
    serverVersion: at.text(0x3be),
    interpreterVersion: at.text(0x3c5),
    deviceSerial: at.text(0x3cf),
  };
}

/** First rows of the loops, ascending and below `rows`; empty when the module does not hold what it declares. */
export function parseMprLoops(bytes: Uint8Array, rows: number): number[] {
  const reader = createByteReader(bytes);
  const count = reader.u32(0) ?? 0;
  if (count * 4 + 4 > reader.length) return [];
  const starts: number[] = [];
  for (let i = 0; i < count; i++) {
    const row = reader.u32(4 + i * 4) ?? rows;
    if (row < rows && row >= (starts.at(-1) ?? 0)) starts.push(row);
  }
  return starts;
}

const MS_PER_DAY = 86_400_000;
/** 1899-12-30 to 1970-01-01. */
const DAYS_TO_1970 = 25_569;

/** An OLE date as local wall-clock text without zone, `2024-01-10T11:02:29.886`. */
export function oleDateText(days: number): string {
  return new Date(Math.round((days - DAYS_TO_1970) * MS_PER_DAY)).toISOString().slice(0, -1);
}
