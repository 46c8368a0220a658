/** A decimal number from bytes, equal to Number(text) in every bit. */
import { COMMA, CR, LF, MINUS, PLUS, SMALL, SMALL_E, ZERO } from '#core/import/text/ascii.ts';
import { digitsEnd, INT_DIGITS, shortValue } from '#core/import/text/digits.ts';
import { nearestQuotient } from '#core/import/text/nearestDecimal.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import { EXACT_LIMIT, NOT_PLAIN, powerOfTen } from '#core/import/text/plainCell.ts';
import type { ColumnBuilder } from '#core/import/text/tableBuilder.ts';

/**
 * Scans `-12.345E-6`, or a blank cell, at `start` into column.values[row]; see plainCell.ts for the result. This is
 * where the time of a table goes: digits are looked at once and gathered in int32, several times faster than doubles.
 */
export function scanNumber(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const wholeAt = bytes[start] === MINUS ? start + 1 : start;
  let end = wholeAt;
  let whole = 0;
  for (let digit = digitAt(bytes, end); digit >>> 0 < 10; digit = digitAt(bytes, ++end)) {
    whole = (Math.imul(whole, 10) + digit) | 0;
  }
  const wholeEnd = end;
  let mantissa = whole;
  let decimals = 0;
  if (bytes[end] === column.decimalMark) {
    const halfEnd = ++end + INT_DIGITS;
    let fraction = 0;
    for (let digit = digitAt(bytes, end); digit >>> 0 < 10 && end < halfEnd; digit = digitAt(bytes, ++end)) {
      fraction = (Math.imul(fraction, 10) + digit) | 0;
    }
    const tailEnd = end === halfEnd ? digitsEnd(bytes, end) : end;
    decimals = tailEnd - wholeEnd - 1;
    mantissa = whole * powerOfTen(decimals) + withTail(fraction, bytes, end, tailEnd);
    end = tailEnd;
  }
  // The mantissa waits in its own cell: a double that is passed to or from a function may cost an allocation.
  column.values[row] = wholeAt === start ? mantissa : -mantissa;
  if (!isShort(wholeEnd - wholeAt, decimals)) return scanRare(bytes, start, column, row);
  let exponent = column.decimalShift - decimals;
  if (((bytes[end] as number) | SMALL) === SMALL_E) {
    const exponentAt = end + 1;
    end = exponentEnd(bytes, exponentAt);
    if (end < 0) return NOT_PLAIN;
    exponent += exponentValue(bytes, exponentAt, end);
  }
  return scaleCell(column, row, exponent) ? end : scanLong(bytes, start, column, row);
}

function isShort(wholeDigits: number, decimals: number): boolean {
  return wholeDigits <= INT_DIGITS && wholeDigits + decimals > 0;
}

function digitAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) - ZERO;
}

/** `high` followed by the digits in bytes[at, end); Infinity when they are more than nine. */
function withTail(high: number, bytes: Uint8Array, at: number, end: number): number {
  if (at === end) return high;
  return end - at > INT_DIGITS ? Infinity : high * powerOfTen(end - at) + shortValue(bytes, at, end);
}

/** Gives the mantissa in a cell its exponent and its unit; false when the short way cannot tell the nearest double. */
function scaleCell(column: ColumnBuilder, row: number, exponent: number): boolean {
  const mantissa = column.values[row] as number;
  if (Math.abs(mantissa) >= EXACT_LIMIT) return false;
  const power = powerOfTen(Math.abs(exponent));
  const value = (exponent < 0 ? mantissa / power : mantissa * power) * column.factor;
  column.values[row] = value;
  return Number.isFinite(value);
}

/** Up to 18 digits of which one stands before the mark, as `9.283641917048226E+002`. */
function scanLong(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const wholeAt = bytes[start] === MINUS ? start + 1 : start;
  const end = digitsEnd(bytes, wholeAt + 2);
  const decimals = end - wholeAt - 2;
  if (bytes[wholeAt + 1] !== column.decimalMark || decimals < INT_DIGITS || decimals > 17)
    return scanRare(bytes, start, column, row);
  const hasExponent = ((bytes[end] as number) | SMALL) === SMALL_E;
  const cellEnd = hasExponent ? exponentEnd(bytes, end + 1) : end;
  const exponent =
    column.decimalShift - decimals + (hasExponent ? exponentValue(bytes, end + 1, cellEnd) : 0);
  if (exponent > 0 || exponent < -44) return scanRare(bytes, start, column, row);
  const top = digitAt(bytes, wholeAt) * powerOfTen(decimals - INT_DIGITS);
  // Less than 10^9, times 10^9 = 2^9 × 5^9: exact in a double.
  const high = (top + shortValue(bytes, wholeAt + 2, end - INT_DIGITS)) * 1e9;
  const size = nearestQuotient(high, shortValue(bytes, end - INT_DIGITS, end), -exponent);
  const value = (wholeAt === start ? size : -size) * column.factor;
  column.values[row] = value;
  return Number.isFinite(value) ? cellEnd : scanRare(bytes, start, column, row);
}

/** Offset after the exponent's digits, or NOT_PLAIN when it has none or more than any double needs. */
function exponentEnd(bytes: Uint8Array, at: number): number {
  const digitsAt = isSign(bytes[at] as number) ? at + 1 : at;
  const end = digitsEnd(bytes, digitsAt);
  return end > digitsAt && end <= digitsAt + 4 ? end : NOT_PLAIN;
}

function exponentValue(bytes: Uint8Array, at: number, end: number): number {
  const sign = bytes[at] as number;
  const value = shortValue(bytes, isSign(sign) ? at + 1 : at, end);
  return sign === MINUS ? -value : value;
}

function isSign(byte: number): boolean {
  return byte === MINUS || byte === PLUS;
}

/** What the short way leaves: a blank cell, a plus sign, a number of many digits or of a far exponent. */
function scanRare(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const byte = bytes[start] as number;
  if (byte === column.delimiter || byte === LF || byte === CR) {
    column.values[row] = NaN;
    return start;
  }
  let end = start;
  while (isNumberByte(bytes[end] as number, column.decimalMark)) end++;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const value = parseNumber(text, column.decimalMark === COMMA ? ',' : '.', column.decimalShift);
  if (value === undefined || !Number.isFinite(value * column.factor)) return NOT_PLAIN;
  column.values[row] = value * column.factor;
  return end;
}

function isNumberByte(byte: number, decimalMark: number): boolean {
  return (byte - ZERO) >>> 0 < 10 || isSign(byte) || byte === decimalMark || (byte | SMALL) === SMALL_E;
}
