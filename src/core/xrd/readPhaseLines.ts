/**
 * A phase as a plain list of lines, typed from a card:
 *
 *     phase: Li2HgO2
 *     source: card 12-345
 *     d  I
 *     5.43  100
 *
 * In place of d the column may be 2θ when a line `radiation: CuKa1` says with which X-rays. Other columns (h k l) are
 * left aside; `#` begins a comment.
 */
import type { LinesPhase } from '#core/xrd/crystalPhase.ts';
import { PhaseRefusal, refusalsCaught, type PhaseOutcome } from '#core/xrd/phaseOutcome.ts';
import { RADIATION_IDS, radiationOf } from '#core/xrd/radiations.ts';

interface NumberedText {
  readonly text: string;
  readonly line: number;
}

interface Columns {
  readonly position: number;
  readonly intensity: number;
  /** Undefined: the column holds d in ångström. */
  readonly wavelength_A: number | undefined;
}

const KEY = /^(phase|name|formula|source|radiation|notes)\s*[:=]\s*(.*)$/i;
const D_TITLE = /^d(?:[-_ ]?(?:spacing|value|hkl|a|å|angstrom))?(?:[([/].*)?$/i;
const ANGLE_TITLE = /^(?:2[-_*]?(?:θ|th(?:eta)?)|tth|two_?theta)(?:_?deg)?(?:[([/].*)?$/i;
const INTENSITY_TITLE = /^(?:i|int|intensity|i[/_]?i0|irel|rel)(?:[.%(/[_].*)?%?$/i;

/** Problem `phase-refused` with the line of what cannot be read. */
export function readPhaseLines(text: string): PhaseOutcome {
  return refusalsCaught(() => {
    const { header, rows } = partsOf(text);
    const [titles, ...values] = rows;
    const columns = columnsOf(titles, header);
    const lines = values.map((row) => lineOf(row, columns)).sort((a, b) => b.d_A - a.d_A);
    if (lines.length === 0) throw refusal(titles?.line ?? 1, 'the list has no lines', HOW_TO_WRITE);
    return { ok: true, phases: [phaseOf(header, lines)], warnings: [] };
  });
}

const HOW_TO_WRITE =
  'Write a line "phase: name", a line with the titles "d I" (or "2theta I" and "radiation: CuKa1"), and one line for each reflection.';

function refusal(line: number, reason: string, advice: string): PhaseRefusal {
  return new PhaseRefusal(reason, { line, advice });
}

type Header = ReadonlyMap<string, NumberedText>;

function partsOf(text: string) {
  const header = new Map<string, NumberedText>();
  const rows: NumberedText[] = [];
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, key, value = ''] = KEY.exec(raw.replace(/^[\s#]+/, '')) ?? [];
    const content = raw.replace(/#.*/, '').trim();
    if (key !== undefined && rows.length === 0)
      header.set(key.toLowerCase(), { text: value.trim(), line: i + 1 });
    else if (content !== '') rows.push({ text: content, line: i + 1 });
  }
  return { header, rows };
}

/** Cells parted by TAB or semicolon, else by commas without blanks, else by blanks; a unit in brackets stays with its title. */
function cellsOf(text: string): string[] {
  const joined = text.replaceAll(/\s+([([][^)\]]*[)\]])/g, '$1');
  const separator = /[\t;]/.test(joined) ? /[\t;]/ : /\s/.test(joined) ? /,?\s+/ : /,/;
  return joined
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

function columnsOf(titles: NumberedText | undefined, header: Header): Columns {
  const cells = titles ? cellsOf(titles.text) : [];
  const intensity = cells.findIndex((cell) => INTENSITY_TITLE.test(cell));
  const d = cells.findIndex((cell) => D_TITLE.test(cell));
  const angle = cells.findIndex((cell) => ANGLE_TITLE.test(cell));
  const position = d === -1 ? angle : d;
  const line = titles?.line ?? 1;
  if (position === -1 || intensity === -1)
    throw refusal(line, 'no titles say which column is d (or 2theta) and which is I', HOW_TO_WRITE);
  return { position, intensity, wavelength_A: d === -1 ? wavelengthOf(header, line) : undefined };
}

/** That of Kα1 where the radiation has several lines: cards list Kα1. */
function wavelengthOf(header: Header, titlesLine: number): number {
  const named = header.get('radiation');
  const advice = `Add a line such as "radiation: CuKa1"; known are ${RADIATION_IDS.join(', ')}, and a wavelength in Å.`;
  if (!named) throw refusal(titlesLine, 'the list has angles and does not say for which X-rays', advice);
  const typed = Number(named.text.replace(/\s*(?:Å|A)$/, ''));
  if (typed > 0.1 && typed < 10) return typed;
  const wavelength_A = radiationOf(named.text)?.lines[0]?.wavelength_A;
  if (wavelength_A === undefined)
    throw refusal(named.line, `the radiation "${named.text}" is not known`, advice);
  return wavelength_A;
}

function lineOf({ text, line }: NumberedText, { position, intensity, wavelength_A }: Columns) {
  const cells = cellsOf(text).map((cell) => Number(cell.replace(',', '.')));
  const [place = NaN, strength = NaN] = [cells[position], cells[intensity]];
  const d_A = wavelength_A === undefined ? place : wavelength_A / (2 * Math.sin((place * Math.PI) / 360));
  const isPlace = place > 0 && (wavelength_A === undefined ? place < 1000 : place < 180);
  if (!isPlace)
    throw refusal(line, `"${text}" has no ${wavelength_A === undefined ? 'spacing' : 'angle'}`, HOW_TO_WRITE);
  if (!(strength >= 0)) throw refusal(line, `"${text}" has no intensity`, HOW_TO_WRITE);
  return { d_A, intensity: strength };
}

function phaseOf(header: Header, lines: LinesPhase['lines']): LinesPhase {
  const value = (key: string) => header.get(key)?.text;
  const name = value('phase') ?? value('name') ?? 'list of lines';
  return {
    kind: 'lines',
    id: name,
    name,
    formula: value('formula') ?? name,
    confidence: 'medium',
    source: value('source') ?? 'list of lines typed by the user',
    notes: value('notes') ?? '',
    lines,
  };
}
