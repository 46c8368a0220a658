/**
 * A pattern in two or three columns of text (`.xy`, `.xye`, `.dat`, `.csv`, `.txt`), with comments of any style and
 * any separator. Columns that may be something else are refused with a question.
 */
import { decodeText } from '#core/import/encoding.ts';
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import {
  diffractionOutcome,
  type DiffractionScan,
  type FileRadiation,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import {
  findPlainTable,
  judge,
  judgeThirdColumn,
  type Evidence,
  type PlainTable,
} from '#core/import/formats/diffraction/plainPattern.ts';
import {
  numberedLines,
  readPointRows,
  rejectionFacts,
  type NumberedLine,
} from '#core/import/formats/diffraction/pointRows.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import type { Warning } from '#core/problem.ts';

/** Whole lines of the head only: the last one may be cut. */
function linesOfHead({ text, size, bytes }: FileHead): NumberedLine[] {
  const lines = numberedLines(text);
  return bytes.length < size ? lines.slice(0, -1) : lines;
}

function recognise(head: FileHead): boolean {
  if (head.encoding === 'binary') return false;
  const table = findPlainTable(linesOfHead(head));
  return table !== undefined && judge(table, new Float64Array(), new Float64Array()).is !== 'something-else';
}

/** The X-rays by the words of EVA, of beamlines and of plain comments. */
function radiationOf(preamble: string): FileRadiation {
  const anode = /\bAnode:?\s*=?\s*"?(Cu|Co|Mo|Ag|Cr|Fe)\b/u.exec(preamble)?.[1];
  const wavelength = /(?:wave\s*length|lambda)[^\d\n]{0,24}(\d+\.\d+)/iu.exec(preamble)?.[1];
  return { anode: anode ?? null, wavelength_A: wavelength === undefined ? null : Number(wavelength) };
}

function sample(preamble: string): string | null {
  return /^[^\S\n]*['"]?Id:\s*"([^"\n]+)"/mu.exec(preamble)?.[1] ?? null;
}

interface Third {
  readonly error: Float64Array | undefined;
  readonly warnings: readonly Warning[];
}

function thirdColumn(
  { titles }: PlainTable,
  intensities: Float64Array,
  third: Float64Array | undefined,
): Third {
  if (!third) return { error: undefined, warnings: [] };
  const title = titles?.[2];
  if (title !== undefined) {
    if (/esd|e\.s\.d|sig|err|std|σ/iu.test(title)) return { error: third, warnings: [] };
    return { error: undefined, warnings: [{ code: 'unknown-column', column: title }] };
  }
  const { isError, detail } = judgeThirdColumn(intensities, third);
  return { error: isError ? third : undefined, warnings: [{ code: 'error-column-assumed', detail }] };
}

/** What the reading takes for granted. */
function assumptions(evidence: Evidence, titles: readonly string[] | undefined): Warning[] {
  if (evidence.is !== 'pattern') return [];
  if (evidence.theta) {
    const detail = `the title says “${titles?.[0] ?? ''}”, and the angles are read as 2θ, as scans are usually written`;
    return [{ code: 'column-mismatch', detail }];
  }
  return titles ? [] : [{ code: 'titles-assumed', detail: '2θ in degrees and intensity, in this order' }];
}

/** Counts when the title says so, or when every number is whole. */
function unitOf({ titles }: PlainTable, intensities: Float64Array): DiffractionScan['intensityUnit'] {
  const title = titles?.[1] ?? '';
  if (/cps|counts?\s*\/\s*s|per\s*s/iu.test(title)) return 'counts/s';
  return /count/iu.test(title) || intensities.every(Number.isInteger) ? 'counts' : null;
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const lines = numberedLines(decodeText(whole.bytes, input.head.encoding).replace(/\0+$/u, ''));
  const table = findPlainTable(lines);
  if (!table) return { ok: false, problem: { code: 'no-data-rows' } };
  const { columns, rejected } = readPointRows(table.rows, table.cells);
  const [twoTheta_deg = new Float64Array(), counts = new Float64Array(), third] = columns;
  const evidence = judge(table, twoTheta_deg, counts);
  if (evidence.is !== 'pattern') {
    const reason = evidence.is === 'unclear' ? evidence.reason : 'their titles name something else';
    return { ok: false, problem: { code: 'ambiguous-columns', columns: table.width, reason } };
  }
  const { error, warnings } = thirdColumn(table, counts, third);
  const scan: DiffractionScan = {
    label: 'Scan',
    twoTheta_deg,
    counts,
    error_counts: error,
    radiation: radiationOf(table.preamble),
    intensityUnit: unitOf(table, counts),
    metadata: { sample: sample(table.preamble), recognisedBy: evidence.by },
    sources: [table.titles?.[0] ?? 'column 1', table.titles?.[1] ?? 'column 2'],
  };
  return diffractionOutcome([scan], {
    head: input.head,
    warnings: [...assumptions(evidence, table.titles), ...warnings],
    facts: {
      decimalMark: table.cells.decimalComma === true ? ',' : '.',
      ...rejectionFacts(rejected, counts.length),
    },
  });
}

export const genericDiffraction: Format = {
  id: 'generic-diffraction',
  label: 'Pattern in two or three columns: angle, intensity and perhaps its error',
  vendor: 'any',
  extensions: ['xy', 'xye', 'dat', 'csv', 'txt'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise,
  parse,
};
