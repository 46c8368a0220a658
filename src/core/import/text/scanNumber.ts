/** A decimal number from bytes, equal to Number(text) in every bit. */
import { COMMA, CR, LF, MINUS, PLUS, SMALL, SMALL_E, ZERO } from '#core/import/text/ascii.ts';
import { digitsEnd, digitsValue, shortValue } from '#core/import/text/digits.ts';
import { nearestQuotient } from '#core/import/text/nearestDecimal.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import { exactDecimal, NOT_PLAIN, powerOfTen } from '#core/import/text/plainCell.ts';
import type { ColumnBuilder } from '#core/import/text/tableBuilder.ts';

/** Scans `-12.345E-6`, or a blank cell, at `start` into column.values[row]; see plainCell.ts for the result. */
export function scanNumber(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const first = bytes[start] as number;
  if (bytes[start + 1] === column.delimiter && (first - ZERO) >>> 0 < 10) {
    // Flags, steps and modes are one digit.
    column.values[row] = exactDecimal(first - ZERO, column.layout.decimalShift) * column.layout.factor;
    return start + 1;
  }
  const wholeAt = first === MINUS || first === PLUS ? start + 1 : start;
  const wholeEnd = digitsEnd(bytes, wholeAt);
  let mantissa = digitsValue(bytes, wholeAt, wholeEnd);
  let end = wholeEnd;
  let decimals = 0;
  if (bytes[wholeEnd] === column.decimalMark) {
    end = digitsEnd(bytes, wholeEnd + 1);
    decimals = end - wholeEnd - 1;
    mantissa = mantissa * powerOfTen(decimals) + digitsValue(bytes, wholeEnd + 1, end);
  }
  if (wholeEnd - wholeAt + decimals === 0) return scanBlank(bytes, start, column, row);
  let exponent = column.layout.decimalShift - decimals;
  if (((bytes[end] as number) | SMALL) === SMALL_E) {
    const exponentAt = end + 1;
    end = exponentEnd(bytes, exponentAt);
    if (end < 0) return NOT_PLAIN;
    exponent += exponentValue(bytes, exponentAt, end);
  }
  let size = exactDecimal(mantissa, exponent);
  if (Number.isNaN(size)) size = longDecimal(bytes, { wholeAt, wholeEnd, decimals, exponent });
  const value = first === MINUS ? -size : size;
  if (Number.isNaN(value)) return scanByText(bytes, start, column, row);
  column.values[row] = value * column.layout.factor;
  return end;
}

interface NumberParts {
  readonly wholeAt: number;
  readonly wholeEnd: number;
  readonly decimals: number;
  readonly exponent: number;
}

/** Up to 18 digits of which one stands before the mark, as `9.283641917048226E+002`; NaN for other shapes. */
function longDecimal(bytes: Uint8Array, { wholeAt, wholeEnd, decimals, exponent }: NumberParts): number {
  if (wholeEnd - wholeAt !== 1 || decimals < 9 || decimals > 17 || exponent > 0 || exponent < -44) return NaN;
  const end = wholeEnd + 1 + decimals;
  const top = shortValue(bytes, wholeAt, wholeEnd) * powerOfTen(decimals - 9);
  // Less than 10^9, times 10^9 = 2^9 × 5^9: exact in a double.
  const high = (top + shortValue(bytes, wholeEnd + 1, end - 9)) * 1e9;
  return nearestQuotient(high, shortValue(bytes, end - 9, end), -exponent);
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

function scanBlank(bytes: Uint8Array, at: number, column: ColumnBuilder, row: number): number {
  const byte = bytes[at] as number;
  if (byte !== column.delimiter && byte !== LF && byte !== CR) return NOT_PLAIN;
  column.values[row] = NaN;
  return at;
}

/** The rare number with more than 15 digits or a far exponent. */
function scanByText(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  let end = start;
  while (isNumberByte(bytes[end] as number, column.decimalMark)) end++;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  const value = parseNumber(text, column.decimalMark === COMMA ? ',' : '.', column.layout.decimalShift);
  if (value === undefined || Number.isNaN(value)) return NOT_PLAIN;
  column.values[row] = value * column.layout.factor;
  return end;
}

function isNumberByte(byte: number, decimalMark: number): boolean {
  return (byte - ZERO) >>> 0 < 10 || isSign(byte) || byte === decimalMark || (byte | SMALL) === SMALL_E;
}
