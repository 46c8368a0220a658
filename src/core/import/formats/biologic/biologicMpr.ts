/** BioLogic EC-Lab and BT-Lab binary runs (`.mpr`). The bytes are described in mprModules, mprDataLayout, mprSettings. */
import type { ByteSource } from '#core/import/byteSource.ts';
import type { FileInput, Format, ParseOutcome, ReadFacts } from '#core/import/format.ts';
import { splitTitle } from '#core/import/formats/biologic/biologicColumns.ts';
import { biologicDatasets } from '#core/import/formats/biologic/biologicDatasets.ts';
import {
  channelName,
  softwareName,
  techniqueName,
  trustHeader,
  type BiologicHeader,
} from '#core/import/formats/biologic/biologicMetadata.ts';
import { deriveColumns } from '#core/import/formats/biologic/deriveColumns.ts';
import {
  DATA_HEAD_BYTES,
  parseDataLayout,
  type MprDataLayout,
} from '#core/import/formats/biologic/mprDataLayout.ts';
import { MPR_MAGIC, readMprModules, type MprModule } from '#core/import/formats/biologic/mprModules.ts';
import {
  oleDateText,
  parseMprLog,
  parseMprLoops,
  parseMprSettings,
  type MprLog,
  type MprSettings,
} from '#core/import/formats/biologic/mprSettings.ts';
import { readMprColumns, type MprColumns } from '#core/import/formats/biologic/readMprColumns.ts';
import { startsWith } from '#core/import/startsWith.ts';
import type { Problem, Warning } from '#core/problem.ts';

export const SIGN_RULE = 'as in the file: positive current oxidises the working electrode; -Im(Z) is negated';

/** Settings, LOG and loop modules are small; a length beyond this is a lie or another kind of file. */
const LARGEST_SIDE_MODULE = 16 << 20;

async function readModule(source: ByteSource, module: MprModule | undefined): Promise<Uint8Array> {
  if (!module) return new Uint8Array(0);
  return source.read(module.start, module.start + Math.min(module.available, LARGEST_SIDE_MODULE));
}

interface SideModules {
  readonly settings: MprSettings;
  readonly log: MprLog | null;
  readonly loops: Uint8Array;
}

async function readSideModules(source: ByteSource, modules: readonly MprModule[]): Promise<SideModules> {
  const find = (name: string) => modules.find((module) => module.name === name);
  const log = find('VMP LOG');
  return {
    settings: parseMprSettings(await readModule(source, find('VMP Set'))),
    log: log ? parseMprLog(await readModule(source, log)) : null,
    loops: await readModule(source, find('VMP loop')),
  };
}

/** Area unit codes, matched with the text export: 2 = cm², 3 = mm². The area is not known in any other unit. */
const CM2_PER_UNIT: Readonly<Record<number, number>> = { 2: 1, 3: 0.01 };

function startOf(log: MprLog | null): string | null {
  const days = log?.startedAt_days ?? null;
  return days === null ? null : oleDateText(days);
}

type Machine = Pick<BiologicHeader, 'channel' | 'channelSerial' | 'device' | 'deviceSerial' | 'software'>;

function machineOf(log: MprLog | null): Machine {
  if (!log) return { channel: null, channelSerial: null, device: null, deviceSerial: null, software: null };
  const software = softwareName(log.softwareVersion);
  return {
    channel: channelName(log.channel, software),
    channelSerial: log.channelSerial > 0 ? log.channelSerial : null,
    device: null,
    deviceSerial: log.deviceSerial === '' ? null : log.deviceSerial,
    software,
  };
}

function headerOf({ settings, log }: SideModules): BiologicHeader {
  const area_cm2 = settings.electrodeArea * (CM2_PER_UNIT[settings.areaUnit] ?? NaN);
  return {
    technique: techniqueName(settings.techniqueId),
    startedAt: startOf(log),
    techniqueStartedAt: null,
    ...machineOf(log),
    comments: settings.comments.replace(/\r\n?/g, '\n'),
    electrodeMaterial: settings.electrodeMaterial,
    electrolyte: settings.electrolyte,
    referenceElectrode: settings.referenceElectrode,
    activeMass_mg: settings.activeMass_mg,
    area_cm2,
    batteryCapacity_mAh: settings.batteryCapacity_mAh,
    rawFile: log && log.file !== '' ? log.file : null,
  };
}

/** Why the run looks unfinished; null when it looks ended. */
function unfinished(read: MprColumns, layout: MprDataLayout, hasLog: boolean): string | null {
  if (read.rows < layout.declaredRows) {
    return `${layout.declaredRows - read.rows} of ${layout.declaredRows} declared rows are not in the file`;
  }
  if (read.ended === false) return 'the last row is not marked as the last of its technique';
  if (!hasLog) return 'it has no LOG module, which the software adds when a run ends';
  return null;
}

function factsOf(read: MprColumns, complete: boolean): ReadFacts {
  return {
    encoding: 'binary',
    decimalMark: null,
    delimiter: null,
    rowsRead: read.rows,
    rowsRepaired: 0,
    rowsRejected: 0,
    rejectedLines: [],
    signRule: SIGN_RULE,
    vendorUnits: Object.fromEntries(
      read.columns.flatMap(({ name, source }) => {
        const { unit } = splitTitle(source);
        return unit === '' ? [] : [[name, unit]];
      }),
    ),
    complete,
  };
}

const fail = (problem: Problem): ParseOutcome => ({ ok: false, problem });

async function parse({ source, signal, onBytes }: FileInput): Promise<ParseOutcome> {
  const found = await readMprModules(source);
  if (!found.ok) return fail(found.problem);
  const data = found.modules.find(({ name }) => name === 'VMP data');
  if (!data)
    return fail({ code: 'truncated', what: 'the header modules, before any data', byte: source.size });
  const head = await source.read(data.start, data.start + Math.min(data.available, DATA_HEAD_BYTES));
  const outcome = parseDataLayout(data, head);
  if (!outcome.ok) return fail(outcome.problem);
  const side = await readSideModules(source, found.modules);
  const read = await readMprColumns(source, outcome.layout, { signal, onBytes });
  if (!read) return fail({ code: 'cancelled' });
  const reason = unfinished(read, outcome.layout, side.log !== null);
  const { metadata, warnings } = trustHeader(headerOf(side));
  const loopStarts = parseMprLoops(side.loops, read.rows);
  const all: Warning[] = [...warnings];
  if (reason !== null) all.push({ code: 'growing-file', reason });
  if (read.rows === 0) all.push({ code: 'no-rows' });
  return {
    ok: true,
    datasets: biologicDatasets({
      rows: read.rows,
      columns: deriveColumns(read.columns, read.rows, loopStarts),
      metadata,
      loopStarts,
    }),
    facts: factsOf(read, reason === null),
    warnings: all,
  };
}

export const biologicMpr: Format = {
  id: 'biologic-mpr',
  label: 'BioLogic EC-Lab binary',
  vendor: 'BioLogic',
  extensions: ['mpr'],
  techniques: 'cycling, voltammetry, impedance, Modulo Bat',
  parserVersion: 1,
  recognise: (head) => startsWith(head.bytes, MPR_MAGIC),
  parse,
};
