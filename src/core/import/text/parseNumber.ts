/** One number cell as text. */

/** What instruments write where they have no number, in lower case. */
const NOT_RECORDED = new Set([
  'nan',
  '-nan',
  'n/a',
  'na',
  '-',
  '--',
  'inf',
  '+inf',
  '-inf',
  'infinity',
  '-infinity',
]);
const DECIMAL = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+))?$/;

/**
 * The number that a cell holds, times 10^decimalShift (exactly: the decimal point moves before rounding). NaN for a
 * blank cell and for `nan`, `N/A`, `-`, infinities and numbers beyond the range of a double; undefined for anything
 * else.
 */
export function parseNumber(text: string, decimalMark: '.' | ',', decimalShift = 0): number | undefined {
  // Figures and word processors write the minus sign U+2212.
  const trimmed = text.trim().replace(/^\u2212/u, '-');
  if (trimmed === '') return NaN;
  const match = DECIMAL.exec(decimalMark === ',' ? trimmed.replace(',', '.') : trimmed);
  if (!match) return isNotRecorded(trimmed) ? NaN : undefined;
  const exponent = Number(match[2] ?? 0) + decimalShift;
  const value = Number(`${match[1] ?? ''}e${exponent}`);
  return Number.isFinite(value) ? value : NaN;
}

/** True for texts such as `nan`, `inf`, `N/A` and `-`, and for the error texts of old C libraries (`-1.#IND`). */
function isNotRecorded(trimmed: string): boolean {
  const text = trimmed.toLowerCase();
  return NOT_RECORDED.has(text) || /^[+-]?1[.,]#(?:ind|inf|qnan|snan)/.test(text);
}
