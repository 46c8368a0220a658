/** Three columns of numbers without titles whose first one can only be the frequencies of a sweep. */
import type { FileHead } from '#core/import/format.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import { decimalMarkOf } from '#core/import/text/decimalMark.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import type { TitledTable } from '#core/import/titledTable.ts';

export const UNTITLED_COLUMNS: readonly string[] = ['Frequency (Hz)', "Z' (ohm)", "Z'' (ohm)"];
const UNTITLED_SOURCES: readonly string[] = ['column 1', 'column 2', 'column 3'];

const SAMPLE_LINES = 2000;
const FEWEST_ROWS = 5;
const DELIMITERS = ['\t', ';', ',', ' '];
const COMMENT = /^\s*[#%]/u;

/** The table below any comment lines, or undefined when the numbers do not look like a spectrum. */
export function findUntitledSpectrum(head: FileHead): TitledTable | undefined {
  const all = headLines(head, SAMPLE_LINES);
  const lines = all.filter((line) => line.closed || line.nextByte === head.size);
  const from = lines.findIndex(({ text }) => text.trim() !== '' && !COMMENT.test(text));
  const first = lines[from];
  if (!first) return undefined;
  const rows = lines.slice(from).filter(({ text }) => text.trim() !== '');
  const delimiter = DELIMITERS.find((each) => frequenciesOf(rows, each));
  if (delimiter === undefined || !isSweep(frequenciesOf(rows, delimiter) ?? [])) return undefined;
  return {
    titles: UNTITLED_COLUMNS,
    sources: UNTITLED_SOURCES,
    delimiter,
    titleLine: first,
    sampleLines: rows.map(({ text }) => text),
    rows: { byte: first.byte, line: first.line },
  };
}

/** The first column, if every row holds three numbers and the first one is positive. */
function frequenciesOf(rows: readonly TextLine[], delimiter: string): number[] | undefined {
  const mark = decimalMarkOf(
    rows.map(({ text }) => text),
    delimiter,
  );
  if (!mark.ok) return undefined;
  const frequencies: number[] = [];
  for (const { text } of rows) {
    const cells = splitCells(text, delimiter) ?? [];
    const width = cells.at(-1) === '' ? cells.length - 1 : cells.length;
    const values = cells.slice(0, 3).map((cell) => (cell === '' ? undefined : parseNumber(cell, mark.mark)));
    const [frequency] = values;
    if (width !== 3 || values.includes(undefined) || frequency === undefined || !(frequency > 0))
      return undefined;
    frequencies.push(frequency);
  }
  return frequencies.length >= FEWEST_ROWS ? frequencies : undefined;
}

/** Steps are alike to within this factor for most points of a logarithmic sweep. */
const ALIKE = 4;
const MOST = 0.8;
/** Largest over smallest step; a linear axis (an angle, an energy, a time) has steps of one size. */
const LEAST_STEP_RATIO = 3;

/**
 * True for points spread over at least a decade in steps that are alike on a logarithmic scale and not on a linear
 * one, nearly all in one direction: a sweep, or several.
 */
function isSweep(frequencies: readonly number[]): boolean {
  const logSteps = frequencies.slice(1).map((value, i) => Math.log(value / (frequencies[i] ?? NaN)));
  const sizes = logSteps.map(Math.abs).sort((a, b) => a - b);
  const median = sizes[sizes.length >> 1] ?? 0;
  const down = logSteps.filter((step) => step < 0).length / logSteps.length;
  const alike = sizes.filter((size) => size > median / ALIKE && size < median * ALIKE).length;
  const span = Math.max(...frequencies) / Math.min(...frequencies);
  return (
    span >= 10 &&
    Math.max(down, 1 - down) >= MOST &&
    alike >= MOST * sizes.length &&
    !hasLinearSteps(frequencies)
  );
}

function hasLinearSteps(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? NaN)));
  const sorted = steps.sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.1)] ?? 0;
  const high = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  return high < LEAST_STEP_RATIO * low;
}
