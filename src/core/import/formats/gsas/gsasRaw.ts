/**
 * GSAS powder data: a title line, then `BANK n points records CONST start step 0 0 type` with angles in hundredths of
 * a degree. Type STD: ten cells of a count (or, in front of it, the number of detectors that were averaged);
 * ESD: five pairs of intensity and error; ALT is not read.
 */
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { decodeText } from '#core/import/encoding.ts';
import {
  diffractionOutcome,
  evenAngles,
  scanLabel,
  type DiffractionScan,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import { numberedLines } from '#core/import/formats/diffraction/pointRows.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import type { Problem, Warning } from '#core/problem.ts';

const BANK =
  /^BANK\s+(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+\S+){0,2}?(?:\s+(STD|ESD|FXYE|ALT))?\s*$/u;

interface Bank {
  readonly header: RegExpExecArray;
  readonly line: number;
  readonly rows: string[];
}

/** Width of a record and of its cells. */
const RECORD = 80;
const STD_CELL = 8;
const STD_DETECTORS = 2;

function piecesOf(row: string, width: number): string[] {
  const padded = row.padEnd(RECORD);
  return Array.from({ length: RECORD / width }, (_, i) => padded.slice(i * width, (i + 1) * width));
}

/** A cell of STD: two characters of a number of detectors, six of the intensity that is their mean. */
function standardCells(rows: readonly string[]): { counts: number[]; detectors: number[] } {
  const cells = rows.flatMap((row) => piecesOf(row, STD_CELL)).filter((cell) => cell.trim() !== '');
  return {
    counts: cells.map((cell) => Number(cell.slice(STD_DETECTORS))),
    detectors: cells.map((cell) => Number(cell.slice(0, STD_DETECTORS)) || 1),
  };
}

type Values = Pick<DiffractionScan, 'counts' | 'error_counts'>;

function valuesOf(type: string, rows: readonly string[], points: number): Values | undefined {
  if (type === 'STD') {
    const { counts, detectors } = standardCells(rows);
    if (counts.length < points) return undefined;
    const intensity = Float64Array.from(counts.slice(0, points));
    // The mean of n counters of intensity I has the variance I / n.
    const averaged = detectors.some((number) => number > 1);
    const error = intensity.map((value, i) => Math.sqrt(Math.max(value, 0) / (detectors[i] ?? 1)));
    return { counts: intensity, error_counts: averaged ? error : undefined };
  }
  const numbers = rows.join(' ').trim().split(/\s+/u).map(Number);
  const width = type === 'ESD' ? 2 : 3;
  if (numbers.length < points * width) return undefined;
  const pick = (at: number) =>
    Float64Array.from({ length: points }, (_, i) => numbers[i * width + at] ?? NaN);
  return { counts: pick(width - 2), error_counts: pick(width - 1) };
}

function scanOf({ header, rows, line }: Bank, title: string): Omit<DiffractionScan, 'label'> | Problem {
  const [, , points = '', , binning = '', start = '', step = '', type = 'STD'] = header;
  const count = Number(points);
  const unread: Problem = {
    code: 'known-unsupported',
    format: `a GSAS file with points of the kind ${binning} ${type}`,
    holds: 'measurement',
    advice:
      'Constant steps (CONST) of the types STD, ESD and FXYE are read; export the pattern as such or as .xye.',
  };
  if (!/^CONST?$/u.test(binning) || type === 'ALT') return unread;
  const values = valuesOf(type, rows, count);
  if (!values) return { code: 'truncated', what: `a bank of ${count} points`, line };
  return {
    ...values,
    twoTheta_deg: evenAngles(Number(start) / 100, Number(step) / 100, count),
    radiation: {},
    intensityUnit: 'counts',
    metadata: { title: title || null, scanAxis: '2Theta' },
    sources: ['2θ (CONST, centidegrees)', type],
  };
}

function readBanks(text: string): { banks: Bank[]; title: string } {
  const banks: Bank[] = [];
  let title = '';
  for (const { text: row, line } of numberedLines(text)) {
    const header = BANK.exec(row);
    if (header) banks.push({ header, line, rows: [] });
    else if (banks.length > 0 && row.trim() !== '' && !row.startsWith('#')) banks.at(-1)?.rows.push(row);
    else if (title === '' && banks.length === 0) title = row.trim();
  }
  return { banks, title };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const { banks, title } = readBanks(decodeText(whole.bytes, input.head.encoding));
  const scans: DiffractionScan[] = [];
  const warnings: Warning[] = [];
  for (const [i, bank] of banks.entries()) {
    const scan = scanOf(bank, title);
    if ('code' in scan) return { ok: false, problem: scan };
    scans.push({ ...scan, label: scanLabel(i, banks.length, 'Bank 1') });
  }
  return diffractionOutcome(scans, { head: input.head, warnings, facts: { delimiter: ' ' } });
}

export const gsasRaw: Format = {
  id: 'gsas-raw',
  label: 'GSAS powder data with constant steps',
  vendor: 'GSAS',
  extensions: ['raw', 'gsa', 'gsas'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: ({ encoding, text }) =>
    encoding !== 'binary' &&
    text
      .slice(0, 8192)
      .split(/\r*\n/u, 20)
      .some((line) => BANK.test(line)),
  parse,
};
