/** A column title of an export: what it names and the unit written behind it. */
import { parseUnit, type UnitConversion } from '#core/units.ts';

export interface HeaderTitle {
  /** The title as the file has it, without blanks around it. */
  readonly source: string;
  /** The title without its unit. */
  readonly name: string;
  /** The unit as written; null when the title has none. */
  readonly unit: string | null;
  /** `name` in lower case, letters and digits only: what spelling variants and damaged characters leave intact. */
  readonly skeleton: string;
}

const BRACKETED = /^(.*?)\s*[([（]\s*([^()[\]（）]*)\s*[)\]）]\s*$/su;
const SLASHED = /^(.+?)\s*\/\s*([^/\s]*)$/su;

/** Letters and digits of a text in lower case. */
export function skeletonOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Splits `Current(mA)`, `Voltage [V]`, `Test Time / s` and `freq/Hz` into name and unit. */
export function parseHeaderTitle(text: string): HeaderTitle {
  const source = text.replace(/[\s\uFEFF]+/gu, ' ').trim();
  const match = BRACKETED.exec(source) ?? slashed(source);
  const name = match?.[1] ?? source;
  return { source, name, unit: match ? (match[2] ?? '').trim() : null, skeleton: skeletonOf(name) };
}

/** `dV/dt` and `mAh/g` are quantities, `time/s` is a quantity with a unit. */
function slashed(source: string): RegExpExecArray | null {
  const match = SLASHED.exec(source);
  if (match && parseUnit(match[1] ?? '')) return null;
  return match && (match[2] === '1' || match[2] === '' || parseUnit(match[2] ?? '')) ? match : null;
}

/** A character that an earlier program lost: a question mark, U+FFFD, or U+FFFD read as cp1252. */
const LOST = /^(?:\?|\uFFFD|ï¿½)+/u;

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['seconds', 's'],
  ['second', 's'],
  ['hours', 'h'],
  ['hour', 'h'],
  ['hr', 'h'],
  ['mins', 'min'],
  ['minutes', 'min'],
  ['hertz', 'Hz'],
  ['amps', 'A'],
  ['amperes', 'A'],
  ['volts', 'V'],
  // BTSDA writes mO where the ohm sign was lost.
  ['O', 'ohm'],
  ['mO', 'mohm'],
]);

const TEMPERATURES = new Set(['C', 'degC', '°C', '℃', '']);

/**
 * The conversion of a unit as written in a header to the wanted canonical unit, or undefined when it is another
 * quantity or not known. A lost character before A, Ah or V can only have been the micro sign, as m, k and M are
 * ASCII; a lost character alone can only have been the degree sign.
 */
export function convertUnit(written: string, wanted: string): UnitConversion | undefined {
  const lost = LOST.exec(written)?.[0] ?? '';
  const rest = written.slice(lost.length).trim();
  if (wanted === '°C') return TEMPERATURES.has(rest) ? unscaled(wanted) : undefined;
  if (wanted === '1') return rest === '' || rest === '1' ? unscaled(wanted) : undefined;
  return convertPlain(plainSpelling(lost === '' ? rest : `u${rest}`), wanted);
}

function convertPlain(unit: string, wanted: string): UnitConversion | undefined {
  if (isMega(unit, wanted)) return undefined;
  const spellings = [unit, inUsualCase(unit, wanted)].map(parseUnit);
  return spellings.find((conversion) => conversion?.unit === wanted);
}

/** `MV` in a title is millivolts in capital letters far sooner than megavolts: neither is guessed. */
function isMega(unit: string, wanted: string): boolean {
  return /^M[^a-z]/u.test(unit) && wanted !== 'ohm' && wanted !== 'Hz';
}

/** `ma` and `mah` with the unit's own capital letters. */
function inUsualCase(unit: string, wanted: string): string {
  const plain = unit.replace(/[.·\s]/gu, '');
  const prefix = plain.slice(0, Math.max(0, plain.length - wanted.length));
  return plain.slice(prefix.length).toLowerCase() === wanted.toLowerCase() ? prefix + wanted : unit;
}

function plainSpelling(unit: string): string {
  return SPELLINGS.get(unit) ?? SPELLINGS.get(unit.toLowerCase()) ?? unit;
}

function unscaled(unit: string): UnitConversion {
  return { unit, decimalShift: 0, factor: 1 };
}
