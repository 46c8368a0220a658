/**
 * Files that are recognised but not read: each is refused by its own name with the way to a readable export, instead
 * of "unknown format". Everything here is decided from the first bytes.
 */
import type { FileHead, Format } from '#core/import/format.ts';

export interface KnownUnsupported {
  /** Completes "This is …". */
  readonly format: string;
  readonly advice: string;
  /** What such a file holds; a measurement unless it says otherwise. */
  readonly holds?: 'unknown' | 'none';
  readonly matches: (start: HeadStart) => boolean;
}

/** What the tests look at: the first bytes as characters 0 to 255, the decoded text, and its first lines. */
export interface HeadStart {
  readonly binary: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const TEXT_EXPORT = 'Export the records as text or CSV from the instrument software and import that file.';
const SHEET_AS_CSV =
  'Save the sheet with the records as CSV (UTF-8), or export CSV from the instrument software.';
const BTSDA_CSV =
  'Open it in BTSDA and export the record layer as CSV (Data > Export > General report with record data).';
const MITS_CSV = 'Export the channel as CSV from Arbin Data Watcher or MITS Pro and import that file.';
const LATER = 'Reading it is planned for a later version; nothing else is needed from you now.';
const ECLAB = 'Import the .mpr or .mpt file of the same run instead.';

const startsWith = (prefix: string) => (start: HeadStart) => start.binary.startsWith(prefix);
const zipHolding = (member: RegExp) => (start: HeadStart) =>
  start.binary.startsWith('PK\x03\x04') && member.test(start.binary);
const firstLine = (pattern: RegExp) => (start: HeadStart) => pattern.test(start.lines[0] ?? '');
const anyLine = (pattern: RegExp) => (start: HeadStart) => start.lines.some((line) => pattern.test(line));

const NEWARE: readonly KnownUnsupported[] = [
  {
    format: 'a Neware .ndax file',
    advice: BTSDA_CSV,
    matches: zipHolding(/\.ndc|TestInfo\d*\.xml|VersionInfo\.xml/u),
  },
  { format: 'a Neware .nda file', advice: BTSDA_CSV, matches: startsWith('NEWARE') },
  {
    format: 'a Neware cycle report (one row per cycle, no records)',
    holds: 'none',
    advice: BTSDA_CSV,
    matches: anyLine(/^\s*Cycle ID\s+Cap_Chg\s+Cap_DChg/u),
  },
];

const ARBIN: readonly KnownUnsupported[] = [
  {
    format: 'an Arbin .res database (Microsoft Access)',
    advice: MITS_CSV,
    matches: (start) => /^\0\x01\0\0Standard (?:Jet|ACE) DB/u.test(start.binary),
  },
  {
    format: 'an Arbin metadata CSV (test name and schedule, no records)',
    holds: 'none',
    advice: 'Import the CSV with the records of the same channel instead.',
    matches: firstLine(/^,?test_id,device_id,iv_ch_id,/iu),
  },
  {
    format: 'an Arbin GlobalInfo CSV (test name and schedule, no records)',
    holds: 'none',
    advice: 'Import the CSV with the records of the same channel instead.',
    matches: (start) =>
      firstLine(/^[,\s]*TEST REPORT[,\s]*$/u)(start) && anyLine(/Channel,Start DateTime,Schedule/u)(start),
  },
];

const BIOLOGIC: readonly KnownUnsupported[] = [
  {
    format: 'a BioLogic settings file (.mps)',
    holds: 'none',
    advice: ECLAB,
    matches: startsWith('EC-LAB SETTING FILE'),
  },
  {
    format: 'a BioLogic settings file (.mps)',
    holds: 'none',
    advice: ECLAB,
    matches: startsWith('BT-LAB SETTING FILE'),
  },
  {
    format: 'a BioLogic log file (.mpl)',
    holds: 'none',
    advice: ECLAB,
    matches: firstLine(/^(?:EC|BT)-Lab LOG FILE/iu),
  },
  {
    format: 'a BioLogic list of loops',
    holds: 'none',
    advice: ECLAB,
    matches: firstLine(/^VMP EXPERIMENT LOOP INDEXES/u),
  },
];

const CYCLERS: readonly KnownUnsupported[] = [
  {
    format: 'a Maccor impedance file',
    advice: LATER,
    matches: firstLine(/^MACCOR, INC\.\s+AC Impedance Test/u),
  },
  {
    format: 'a Maccor text export',
    advice: 'Its current may be unsigned and its units unnamed, so it is not guessed at. ' + LATER,
    matches: (start) =>
      firstLine(/^"?Today'{1,2}s Date/u)(start) || anyLine(/^"?Rec#?"?[\t,]\s*"?Cyc(?:#|le [CP])/u)(start),
  },
  {
    format: 'a Landt or LAND export',
    advice: LATER,
    matches: (start) =>
      anyLine(/channel_index,cycle_index,step_index,date_time_iso_string/u)(start) ||
      anyLine(/(?:TestTime|StepTime|测试时间|步骤时间)\/Sec/u)(start),
  },
  {
    format: 'a Novonix file',
    advice: LATER,
    matches: (start) => firstLine(/^\[Summary\]/u)(start) && anyLine(/Novonix/u)(start),
  },
  {
    format: 'a BaSyTec text export',
    advice: LATER,
    matches: (start) =>
      firstLine(/^~/u)(start) && (anyLine(/Basytec/iu)(start) || anyLine(/^~Time\[/u)(start)),
  },
  {
    format: 'a PEC export',
    advice: LATER,
    matches: anyLine(/^#RESULTS CHECK|^Test,Cell,Rack,Shelf,Position,Cell ID/u),
  },
];

const SPECTROSCOPY: readonly KnownUnsupported[] = [
  {
    format: 'a VAMAS spectroscopy file',
    advice: LATER,
    matches: startsWith('VAMAS Surface Chemical Analysis'),
  },
];

/** Containers last, because several vendors' files are such containers. */
const CONTAINERS: readonly KnownUnsupported[] = [
  {
    format: 'a 7-Zip or RAR archive',
    holds: 'unknown',
    advice: 'Unpack it and import the files in it.',
    matches: (start) => /^(?:7z\xBC\xAF|Rar!)/u.test(start.binary),
  },
  {
    format: 'a Git LFS pointer',
    holds: 'none',
    advice: 'Run `git lfs pull` to get the file that it stands for.',
    matches: startsWith('version https://git-lfs'),
  },
  {
    format: 'an Excel workbook',
    holds: 'unknown',
    advice: SHEET_AS_CSV,
    matches: zipHolding(/xl\/|\[Content_Types\]\.xml/u),
  },
  {
    format: 'an old Excel or other Office file',
    holds: 'unknown',
    advice: SHEET_AS_CSV,
    matches: startsWith('\xD0\xCF\x11\xE0'),
  },
  {
    format: 'a ZIP archive',
    holds: 'unknown',
    advice: 'Unpack it and import the files in it.',
    matches: startsWith('PK\x03\x04'),
  },
  {
    format: 'an empty ZIP archive',
    holds: 'none',
    advice: 'Check the copy; there is nothing in it.',
    matches: startsWith('PK\x05\x06'),
  },
  {
    format: 'a gzip archive',
    holds: 'unknown',
    advice: 'Unpack it and import the file in it.',
    matches: startsWith('\x1F\x8B'),
  },
  {
    format: 'a Parquet table',
    holds: 'unknown',
    advice: 'Save the table as CSV and import that file.',
    matches: startsWith('PAR1'),
  },
  { format: 'an HDF5 file', holds: 'unknown', advice: TEXT_EXPORT, matches: startsWith('\x89HDF\r\n') },
  { format: 'a PDF document', holds: 'none', advice: TEXT_EXPORT, matches: startsWith('%PDF-') },
  {
    format: 'a picture',
    holds: 'none',
    advice: TEXT_EXPORT,
    matches: (start) => /^(?:\x89PNG|\xFF\xD8\xFF|GIF8)/u.test(start.binary),
  },
  {
    format: 'a web page',
    holds: 'none',
    advice: TEXT_EXPORT,
    matches: (start) => /^\s*<(?:!doctype html|html)/iu.test(start.text),
  },
];

export const KNOWN_UNSUPPORTED: readonly KnownUnsupported[] = [
  ...NEWARE,
  ...ARBIN,
  ...BIOLOGIC,
  ...CYCLERS,
  ...SPECTROSCOPY,
  ...CONTAINERS,
];

const LOOKED_AT_BYTES = 16_384;
const LOOKED_AT_LINES = 40;

function headStart(head: FileHead): HeadStart {
  const binary = Array.from(head.bytes.subarray(0, LOOKED_AT_BYTES), (byte) =>
    String.fromCharCode(byte),
  ).join('');
  const text = head.text.slice(0, LOOKED_AT_BYTES);
  return { binary, text, lines: text.split(/\r\n|\n|\r/u, LOOKED_AT_LINES) };
}

/** The kind of a file that this program knows by sight but does not read, or undefined. */
export function findKnownUnsupported(head: FileHead): KnownUnsupported | undefined {
  const start = headStart(head);
  return KNOWN_UNSUPPORTED.find((kind) => kind.matches(start));
}

/** Stands in the registry before the formats that read any table, so that none of these is read by accident. */
export const otherVendors: Format = {
  id: 'known-unsupported',
  label: 'Files of other instruments, recognised and refused with advice',
  vendor: 'various',
  extensions: [],
  techniques: 'none',
  parserVersion: 1,
  recognise: (head) => findKnownUnsupported(head) !== undefined,
  parse: ({ head }) => {
    const kind = findKnownUnsupported(head);
    if (!kind) throw new Error('parse was called for a file that recognise does not claim');
    return Promise.resolve({
      ok: false,
      problem: {
        code: 'known-unsupported',
        format: kind.format,
        holds: kind.holds ?? 'measurement',
        advice: kind.advice,
      },
    });
  },
};
