/** Runs of decimal digits in bytes. */
import { ZERO } from '#core/import/text/ascii.ts';

/** Digits whose value an int32 holds whatever they are. */
export const INT_DIGITS = 9;

/** Offset of the first byte from `start` on that is no digit. */
export function digitsEnd(bytes: Uint8Array, start: number): number {
  let p = start;
  while (((bytes[p] as number) - ZERO) >>> 0 < 10) p++;
  return p;
}

/** Value of the digits in bytes[start, end): exact below 2^53, at least 2^53 when it is more than that. */
export function digitsValue(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start;
  if (count <= INT_DIGITS) return shortValue(bytes, start, end);
  if (count > 2 * INT_DIGITS) return Infinity;
  return shortValue(bytes, start, end - INT_DIGITS) * 1e9 + shortValue(bytes, end - INT_DIGITS, end);
}

/** Value of at most nine digits; integers are several times faster than doubles here. */
export function shortValue(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let p = start; p < end; p++) value = (Math.imul(value, 10) + (bytes[p] as number) - ZERO) | 0;
  return value;
}

/** Value of exactly two digits, or a negative number when a byte is no digit. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO;
  const ones = (bytes[at + 1] as number) - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? tens * 10 + ones : -1e6;
}
