/** Numbers with as many digits as their error leaves them. */
import { digits } from '../../text/digits.ts';

/** Outside of this a power of ten is easier to read. */
const PLAIN = { least: 1e-3, most: 1e6 } as const;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(exponent: number): string {
  const figures = String(Math.abs(exponent)).replace(/\d/g, (figure) => SUPERSCRIPTS[Number(figure)] ?? '');
  return (exponent < 0 ? '⁻' : '') + figures;
}

export function valueWords(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0 || (size >= PLAIN.least && size < PLAIN.most)) return digits(value, significant);
  const exponent = Math.floor(Math.log10(size));
  return `${digits(value / 10 ** exponent, significant)}·10${superscript(exponent)}`;
}

/** Digits of a value whose error is known: two of the error's. */
export function significantDigits(value: number, error: number | null): number {
  if (error === null || !(error > 0) || value === 0) return 4;
  return Math.min(8, Math.max(2, Math.floor(Math.log10(Math.abs(value) / error)) + 2));
}
