/**
 * Two or three columns of numbers below any comments: finds them, and judges whether they are a pattern. A title or a
 * comment that names 2θ decides; without one the numbers must look like a scan, and an ending of the name never counts.
 */
import { cellsOf, type CellOptions, type NumberedLine } from '#core/import/formats/diffraction/pointRows.ts';

export interface PlainTable {
  /** Comments and titles, one text. */
  readonly preamble: string;
  /** The title row, cell by cell, if there is one over these columns. */
  readonly titles: readonly string[] | undefined;
  readonly rows: readonly NumberedLine[];
  readonly width: number;
  readonly cells: CellOptions;
}

const MOST_PREAMBLE_LINES = 200;
const FEWEST_ROWS = 5;
/** So many rows are looked at to see that they are numbers throughout. */
const SAMPLE_ROWS = 200;
const MOSTLY = 0.9;
const COMMENT = /^\s*(?:['"#;!%*]|\/\/|\/\*)/u;
const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+[\s;]+[+-]?\d/u;

/** The table below its comments, or undefined when there are no two or three columns of numbers. */
export function findPlainTable(lines: readonly NumberedLine[]): PlainTable | undefined {
  const first = firstRow(lines);
  if (first === undefined) return undefined;
  const rows = lines.slice(first).filter(({ text }) => text.trim() !== '');
  const sample = rows.slice(0, SAMPLE_ROWS);
  const comma = sample.every(({ text }) => DECIMAL_COMMA.test(text) && !text.includes('.'));
  const cells: CellOptions = comma ? { delimiter: /[\s;]+/u, decimalComma: true } : {};
  const width = cellsOf(sample[0]?.text ?? '', cells)?.length ?? 0;
  const like = sample.filter(({ text }) => cellsOf(text, cells)?.length === width).length;
  if (width < 2 || width > 3 || sample.length < FEWEST_ROWS || like < MOSTLY * sample.length)
    return undefined;
  const above = lines.slice(0, first).map(({ text }) => text);
  return { preamble: above.join('\n'), titles: titlesOf(above, width), rows, width, cells };
}

/** Index of the first line of numbers that stands in no comment. */
function firstRow(lines: readonly NumberedLine[]): number | undefined {
  let inside = false;
  for (const [i, { text }] of lines.slice(0, MOST_PREAMBLE_LINES).entries()) {
    if (text.trimStart().startsWith('/*')) inside = true;
    if (!inside && !COMMENT.test(text) && (cellsOf(text)?.length ?? 0) >= 2) return i;
    if (text.includes('*/')) inside = false;
  }
  return undefined;
}

/**
 * The last line above the rows, if it has one cell with letters for each column. One that is commented out may as well
 * be a remark of as many words ("# sample A, sintered"): it counts when it names a quantity or a unit.
 */
function titlesOf(above: readonly string[], width: number): readonly string[] | undefined {
  const line = above.findLast((text) => text.trim() !== '') ?? '';
  const last = line.replace(COMMENT_MARK, '');
  if (last !== line && !QUANTITY.test(last) && !UNIT.test(last)) return undefined;
  for (const delimiter of [/\t/u, /;/u, /,/u, /\s{2,}/u, /\s+/u]) {
    const cells = last
      .trim()
      .split(delimiter)
      .map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    if (cells.length === width && cells.every((cell) => /\p{L}/u.test(cell))) return cells;
  }
  return undefined;
}

const COMMENT_MARK = /^\s*(?:[#;!%]+|\/\/)\s*/u;
const QUANTITY =
  /theta|θ|\btth\b|angle|intens|count|\bcps\b|yobs|signal|\b[iqdez]\b|time|volt|current|potential|\bewe\b|freq|\bre\b|\bim\b|\bz['"′″]|capacit|charge|energy|power|temp|pressure|wave|shift|raman|absor|transm|cycle|step|index|point|spacing|distance|error|sigma|esd/iu;
const UNIT =
  /[([/_,]\s*(?:s|h|min|[mµu]?V|[mµu]?A|[mµu]?Ah|k?Hz|ohms?|Ω|deg|°|nm|Å|cm|mm|1\/cm|k?eV|K|°C|a\.?u\.?)\b/u;

const ANGLE = /2\s*[-_ ]?\s*(?:theta|th\b|θ|ϴ|Θ)|two[-_ ]?theta|\btth\b/iu;
const BARE_THETA = /^\s*theta\b/iu;
const INTENSITY = /intens|counts?|\bcps\b|^i$|^yobs|signal/iu;
const SCAN_COMMENT = /Scantype:|\bXRD\b|diffract|calibrated wavelength|wavelength.*(?:angstrom|Å)/iu;

export type Evidence =
  | { readonly is: 'pattern'; readonly theta: boolean; readonly by: 'title' | 'comment' | 'numbers' }
  | { readonly is: 'something-else' }
  | { readonly is: 'unclear'; readonly reason: string };

/** What the titles and comments, or else the numbers, speak for. */
export function judge(table: PlainTable, angles: Float64Array, intensities: Float64Array): Evidence {
  const { titles, preamble } = table;
  const [angle = '', intensity = ''] = titles ?? [];
  if (ANGLE.test(angle)) return { is: 'pattern', theta: false, by: 'title' };
  if (BARE_THETA.test(angle) && INTENSITY.test(intensity)) return { is: 'pattern', theta: true, by: 'title' };
  if (ANGLE.test(preamble) || SCAN_COMMENT.test(preamble))
    return { is: 'pattern', theta: false, by: 'comment' };
  if (titles) return { is: 'something-else' };
  const reason = doubt(angles, intensities);
  return reason === undefined ? { is: 'pattern', theta: false, by: 'numbers' } : { is: 'unclear', reason };
}

const FEWEST_POINTS = 50;
const COARSEST_STEP_DEG = 0.25;
/** Over this a number is no voltage of a cell. */
const LEAST_MAXIMUM = 20;

/** Why numbers without a word do not look like a scan; undefined when they do. */
function doubt(angles: Float64Array, intensities: Float64Array): string | undefined {
  if (angles.length < FEWEST_POINTS) return `there are only ${angles.length} rows`;
  const [first = NaN] = angles;
  const last = angles.at(-1) ?? NaN;
  if (!(first >= 0 && last <= 180)) return 'the first column leaves the range of 0 to 180';
  const uneven = unevenness(angles);
  if (uneven !== undefined) return uneven;
  if (intensities.some((value) => value < 0)) return 'the second column has negative values';
  const largest = intensities.reduce((most, value) => Math.max(most, value), -Infinity);
  if (largest < LEAST_MAXIMUM) return `the second column never exceeds ${largest}, as voltages do`;
  return undefined;
}

/** Angles are printed with few digits, so a step may be off by a unit of the last one. */
function unevenness(angles: Float64Array): string | undefined {
  const step = ((angles.at(-1) ?? NaN) - (angles[0] ?? NaN)) / (angles.length - 1);
  if (!(step > 0)) return 'the first column does not ascend';
  if (step > COARSEST_STEP_DEG) return `the first column has steps of ${Number(step.toPrecision(3))}`;
  const tolerance = 0.5 * step + 1e-9;
  const off = angles.findIndex(
    (angle, i) => i > 0 && Math.abs(angle - (angles[i - 1] ?? NaN) - step) > tolerance,
  );
  return off < 0 ? undefined : `the steps of the first column are uneven (at row ${off + 1})`;
}

export interface ThirdColumn {
  readonly isError: boolean;
  /** Completes "The third column has no title; …". */
  readonly detail: string;
}

/** Shares of points that must agree, and how far the square of an error may be from its usual multiple. */
const AGREEING = 0.8;
const FACTOR = 4;

/** Whether an untitled third column holds standard errors, decided from its numbers. */
export function judgeThirdColumn(intensities: Float64Array, third: Float64Array): ThirdColumn {
  const [first = NaN] = third;
  if (third.every((value) => value === 0)) {
    return { isError: false, detail: 'it holds only zeros and is not used' };
  }
  if (third.length > 1 && third.every((value, i) => value === first + i)) {
    return { isError: false, detail: `it counts rows from ${first} on and is not used` };
  }
  const multiples = Array.from(third, (error, i) => error ** 2 / (intensities[i] ?? NaN)).filter(
    (value) => Number.isFinite(value) && value > 0,
  );
  const usual = [...multiples].sort((a, b) => a - b)[multiples.length >> 1] ?? NaN;
  const near = multiples.filter((value) => value < FACTOR * usual && value > usual / FACTOR).length;
  if (third.every((value) => value >= 0) && near >= AGREEING * third.length) {
    const multiple = Number(usual.toPrecision(2));
    return {
      isError: true,
      detail: `it is read as standard errors, because its square is about ${multiple} × the intensity`,
    };
  }
  return { isError: false, detail: 'it is neither a standard error nor a counter, and is not used' };
}
