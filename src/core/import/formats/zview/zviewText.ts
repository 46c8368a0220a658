/**
 * ZView and ZPlot data files: `ZPLOT2 ASCII` with its settings up to `End Comments`, and the older quoted kind
 * (`"ZPlotW Data File…"`, `"Z60W Data File…"` of Solartron's programs) with a count of points above its titles.
 * Nine columns in one order; Z'' has its true sign.
 */
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { readTitledTable, type TitledTable } from '#core/import/titledTable.ts';
import type { Column, Metadata, MetadataValue } from '#core/dataset.ts';
import type { Warning } from '#core/problem.ts';

const SIGN_RULE = "ZView: Z'' with its true sign; no direct current in the file";
const FIRST_LINE = /^"?(ZPLOT2 ASCII|ZPlotW Data File|Z60W Data File)/u;
const TITLES = ['Freq (Hz)', 'Ampl', 'Bias', 'Time (s)', "Z' (ohm)", "Z'' (ohm)", 'GD', 'Err', 'Range'];
const SAMPLE_LINES = 200;

function rulesFor(currentControlled: boolean): readonly TitleRule[] {
  return [
    { titles: ['freq'], name: 'frequency_Hz' },
    currentControlled
      ? { titles: ['ampl'], name: 'currentAmplitude_A', defaultUnit: 'A' }
      : { titles: ['ampl'], name: 'voltageAmplitude_V', defaultUnit: 'V' },
    currentControlled
      ? { titles: ['bias'], name: 'controlCurrent_A', defaultUnit: 'A' }
      : { titles: ['bias'], name: 'controlVoltage_V', defaultUnit: 'V' },
    { titles: ['time'], name: 'time_s' },
    { titles: ['z'], name: 'zRe_ohm', only: /^Z'$/u },
    { titles: ['z'], name: 'zIm_ohm', only: /^Z''$/u },
    { titles: ['gd', 'err', 'range'], name: null },
  ];
}

interface Found {
  readonly header: readonly string[];
  readonly table: TitledTable;
  /** Points that the header promises; null when it does not say. */
  readonly promised: number | null;
}

/** The line above the first row: `End Comments`, or the quoted titles. */
function isLastHeaderLine({ text }: TextLine): boolean {
  return /^\s*End Comments\s*$/u.test(text) || /^"?\s*Freq\s*\(Hz\).*Z'\(a\).*Z''\(b\)/u.test(text);
}

function findTable(head: FileHead): Found | undefined {
  const lines = headLines(head);
  const isZplot2 = /^ZPLOT2/u.test(lines[0]?.text ?? '');
  const index = lines.findIndex((line) =>
    isZplot2 ? /^\s*End Comments\s*$/u.test(line.text) : isLastHeaderLine(line),
  );
  const titleLine = lines[index];
  const first = lines[index + 1];
  if (!titleLine || !first) return undefined;
  const delimiter = first.text.includes('\t') ? '\t' : ',';
  const header = lines.slice(0, index).map(({ text }) => text);
  const below = lines.slice(index + 1, index + 1 + SAMPLE_LINES);
  const sampleLines = below
    .filter((line) => line.closed || line.nextByte === head.size)
    .map(({ text }) => text);
  const sources = ['Freq(Hz)', 'Ampl', 'Bias', 'Time(Sec)', "Z'(a)", "Z''(b)", 'GD', 'Err', 'Range'];
  return {
    header,
    table: { titles: TITLES, sources, delimiter, titleLine, sampleLines },
    promised: promisedPoints(header, isZplot2),
  };
}

function promisedPoints(header: readonly string[], isZplot2: boolean): number | null {
  const text = isZplot2 ? settingOf(header, 'Data Points') : header.at(-1)?.trim();
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}

function settingOf(header: readonly string[], name: string): string | undefined {
  const line = header.find((each) => each.trim().startsWith(`${name}:`));
  return line?.slice(line.indexOf(':') + 1).trim();
}

function numberOrNull(text: string | undefined): MetadataValue {
  const value = parseNumber(text ?? '', (text ?? '').includes(',') ? ',' : '.');
  return value === undefined || Number.isNaN(value) ? null : value;
}

function metadataOf(header: readonly string[]): Metadata {
  const whole = header.join('\n');
  const dated = /Date:\s*(\S+)\s+(?:[\s\S]*?)Time:\s*(\d\S*)/u.exec(whole);
  return {
    technique: /Sweep Frequency[^"\n]*/u.exec(whole)?.[0].trim() ?? null,
    // The order of day and month depends on the computer.
    date: dated?.[1] ?? null,
    time: dated?.[2] ?? null,
    area_cm2: numberOrNull(settingOf(header, 'Surface Area')),
    openCircuit_V: numberOrNull(settingOf(header, 'Open Circuit Potential (V)')),
  };
}

const MEASURED = new Set(['time_s', 'voltageAmplitude_V', 'currentAmplitude_A']);

/** Programs that know no time or amplitude fill their columns with zeros. */
function isUnmeasured({ name, values }: Column): boolean {
  return MEASURED.has(name) && values.every((value) => value === 0);
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const found = findTable(input.head);
  if (!found) return { ok: false, problem: { code: 'truncated', what: 'the header, before its first row' } };
  const { header, table, promised } = found;
  const currentControlled = header.some((line) => /Control Current/iu.test(line));
  const read = await readTitledTable(input, table, rulesFor(currentControlled));
  if (!read.ok) return read;
  const missing = promised !== null && read.table.rows < promised;
  const reason = `its header promises ${promised ?? 0} points, ${read.table.rows} could be read`;
  const warnings: Warning[] = missing ? [{ code: 'growing-file', reason }] : [];
  const columns = read.table.columns.filter((column) => !isUnmeasured(column));
  const measured = { ...read, table: { ...read.table, columns } };
  const outcome = impedanceAndCyclingOutcome(measured, {
    head: input.head,
    signRule: SIGN_RULE,
    metadata: metadataOf(header),
    warnings,
  });
  if (!outcome.ok || !missing) return outcome;
  return { ...outcome, facts: { ...outcome.facts, complete: false } };
}

export const zviewText: Format = {
  id: 'zview-text',
  label: 'ZView, ZPlot and Solartron Z60W data file',
  vendor: 'Scribner, Solartron',
  extensions: ['z', 'txt'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise: (head) => head.encoding !== 'binary' && FIRST_LINE.test(headLines(head, 1)[0]?.text ?? ''),
  parse,
};
