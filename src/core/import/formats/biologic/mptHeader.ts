/**
 * The header of EC-Lab and BT-Lab text exports.
 *
 *   line 1   `EC-Lab ASCII FILE` or `BT-Lab ASCII FILE`
 *   line 2   `Nb header lines : N`, counted from line 1 to the line of column titles, both included
 *   line 4   the technique
 *   then     `key : value` lines, some with indented continuation lines; `Comments :` repeats
 *   then     a table of parameters in columns of 20 characters, the first the name, the others one per sequence
 *   then     any number of blocks `Modify on : date` whose lines override what stands above
 *   then     possibly `Number of loops : n` and `Loop k from point number a to b`
 *
 * Numbers carry the decimal mark of the data. A damaged ² or µ is read from what is left of the unit.
 */
import type { BiologicHeader } from '#core/import/formats/biologic/biologicMetadata.ts';

export interface MptHeader {
  readonly header: BiologicHeader;
  /** First rows of the loops. */
  readonly loopStarts: readonly number[];
  /** Parameters that describe the run, each with one value per sequence. */
  readonly parameters: readonly (readonly [name: string, values: readonly string[]])[];
  /** Number of times the settings were changed during the run. */
  readonly modifications: number;
}

const FIRST_LINE = /^(EC-Lab|BT-Lab) ASCII FILE/;
const COUNT_LINE = /^Nb header lines\s*:\s*(\d+)/;
const KEY_VALUE = /^([^\t:][^:]*?)\s*:\s(.*)$/;
const LOOP_LINE = /^Loop \d+ from point number (\d+) to \d+/;
const COLUMN_WIDTH = 20;
/** Parameters worth keeping: what current, voltage or time each sequence sets and how often it repeats. */
const PARAMETERS = new Set([
  ...['Ns', 'ctrl_type', 'Set I/C', 'Is', 'unit Is', 'I sign', 't1 (h:m:s)', 'N', 'nc cycles', "goto Ns'"],
  ...[
    'ctrl1_val',
    'ctrl1_val_unit',
    'charge/discharge',
    'EM (V)',
    'I Range',
    'Is1',
    'unit Is1',
    'Is2',
    'unit Is2',
  ],
  ...[
    'Ei (V)',
    'dE/dt',
    'dE/dt unit',
    'E1 (V)',
    'E2 (V)',
    'E (V)',
    'Va (mV)',
    'Ia',
    'unit  Ia',
    'fi',
    'ff',
    'ts (h:m:s)',
  ],
]);

export const isMptFirstLine = (line: string) => FIRST_LINE.test(line);

/** The declared number of header lines, title line included; undefined when line 2 does not say it. */
export function declaredHeaderLines(secondLine: string): number | undefined {
  const count = COUNT_LINE.exec(secondLine)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** `02/04/2018 10:02:46.5` (always month first) as `2018-02-04T10:02:46.500`; null for anything else. */
export function mptDate(text: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})(?:[.,](\d+))?/.exec(text.trim());
  if (!match) return null;
  const [, month = '', day = '', year = '', time = '', fraction = ''] = match;
  return `${year}-${month}-${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}`;
}

interface Quantity {
  readonly value: number;
  readonly unit: string;
}

function quantity(text: string | undefined): Quantity | null {
  const match = /^([-+\d.,eE]+)\s*(.*)$/.exec(text?.trim() ?? '');
  const value = Number(match?.[1]?.replace(',', '.'));
  return match && Number.isFinite(value) ? { value, unit: match[2] ?? '' } : null;
}

/** The value in the wanted unit; null when the unit is none of those listed. */
function inUnit(found: Quantity | null, factors: Readonly<Record<string, number>>): number | null {
  // A lost micro sign leaves a ruin in front of the unit; a lost square leaves nothing that matters behind it.
  const unit = found?.unit
    .replace(/^[^\x20-\x7e]+/, 'u')
    .replace(/[^\x20-\x7e]+$|\?$/, '')
    .trim();
  const factor = unit === undefined ? undefined : factors[unit];
  return found && factor !== undefined ? found.value * factor : null;
}

const MASS_MG = { mg: 1, g: 1000, ug: 0.001 };
const AREA_CM2 = { cm: 1, cm2: 1, mm: 0.01, mm2: 0.01, m: 10_000, m2: 10_000 };
const CAPACITY_MAH = { 'mA.h': 1, 'A.h': 1000, 'uA.h': 0.001 };

/** Values by key; a later one (a `Modify on` block) replaces an earlier, comments are collected. */
function keyValues(lines: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of lines) {
    const match = KEY_VALUE.exec(line.startsWith('\t') ? line.trim() : line);
    if (!match) continue;
    const [, key = '', raw = ''] = match;
    const value = raw.trim();
    const before = values.get(key);
    values.set(key, key === 'Comments' && before !== undefined ? `${before}\n${value}` : value);
  }
  return values;
}

function parameterRow(line: string): readonly [string, readonly string[]] | undefined {
  const name = line.slice(0, COLUMN_WIDTH).trim();
  if (!PARAMETERS.has(name) || line.length < COLUMN_WIDTH) return undefined;
  const cells: string[] = [];
  for (let at = COLUMN_WIDTH; at < line.length; at += COLUMN_WIDTH)
    cells.push(line.slice(at, at + COLUMN_WIDTH).trim());
  return [name, cells];
}

/** `VMP3 (SN 0967)` as name and serial number. */
function withSerial(text: string | undefined): {
  readonly name: string | null;
  readonly serial: string | null;
} {
  const match = /^(.*?)\s*(?:\(SN (\w+)\))?$/.exec(text?.trim() ?? '');
  return { name: match?.[1] === '' ? null : (match?.[1] ?? null), serial: match?.[2] ?? null };
}

function softwareOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = /^(EC|BT)-LAB for windows v([\d.]+)/i.exec(line);
    if (match) return `${(match[1] ?? '').toUpperCase()}-Lab ${match[2] ?? ''}`;
  }
  return null;
}

function headerOf(lines: readonly string[]): BiologicHeader {
  const values = keyValues(lines);
  const text = (key: string) => values.get(key) ?? '';
  const channel = withSerial(values.get('Run on channel'));
  const device = withSerial(values.get('Device'));
  const dateOf = (key: string) => mptDate(text(key));
  return {
    technique: (lines[3] ?? '').trim(),
    startedAt: dateOf('Acquisition started on'),
    techniqueStartedAt: dateOf('Technique started on'),
    channel: channel.name,
    channelSerial: channel.serial === null ? null : Number(channel.serial),
    device: device.name,
    deviceSerial: device.serial,
    software: softwareOf(lines),
    comments: text('Comments'),
    electrodeMaterial: text('Electrode material'),
    electrolyte: text('Electrolyte'),
    referenceElectrode: text('Reference electrode'),
    activeMass_mg: inUnit(quantity(values.get('Mass of active material')), MASS_MG),
    area_cm2: inUnit(quantity(values.get('Electrode surface area')), AREA_CM2),
    batteryCapacity_mAh: inUnit(quantity(values.get('Battery capacity')), CAPACITY_MAH),
    rawFile: values.get('File') ?? null,
  };
}

/** Reads the lines above the titles; an export without header gives empty fields. */
export function parseMptHeader(lines: readonly string[]): MptHeader {
  return {
    header: headerOf(lines),
    loopStarts: lines.flatMap((line) => LOOP_LINE.exec(line)?.[1] ?? []).map(Number),
    parameters: lines.flatMap((line) => {
      const row = parameterRow(line);
      return row ? [row] : [];
    }),
    modifications: lines.filter((line) => line.startsWith('Modify on')).length,
  };
}
