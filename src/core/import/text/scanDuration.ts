/** An elapsed time such as `144:02:18.250` from bytes, in seconds. */
import { COLON, POINT } from '#core/import/text/ascii.ts';
import { digitsEnd, digitsValue, shortValue, twoDigits } from '#core/import/text/digits.ts';
import { exactDecimal, NOT_PLAIN, powerOfTen } from '#core/import/text/plainCell.ts';
import { scanNumber } from '#core/import/text/scanNumber.ts';
import type { ColumnBuilder } from '#core/import/text/tableBuilder.ts';

/** Scans `h:mm:ss`, `h:mm:ss.mmm` or plain seconds at `start`; see plainCell.ts for the result. */
export function scanDuration(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const hoursEnd = digitsEnd(bytes, start);
  const hourDigits = hoursEnd - start;
  if (bytes[hoursEnd] !== COLON) {
    return column.decimalShift === 0 ? scanNumber(bytes, start, column, row) : NOT_PLAIN;
  }
  if (hourDigits === 0 || hourDigits > 6 || bytes[hoursEnd + 3] !== COLON) return NOT_PLAIN;
  const minutes = twoDigits(bytes, hoursEnd + 1);
  const seconds = twoDigits(bytes, hoursEnd + 4);
  if (minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return NOT_PLAIN;
  const whole = shortValue(bytes, start, hoursEnd) * 3600 + minutes * 60 + seconds;
  const wholeEnd = hoursEnd + 6;
  const end = secondsEnd(bytes, wholeEnd);
  const value = withDecimals(whole, bytes, wholeEnd, end) * column.factor;
  column.values[row] = value;
  return Number.isFinite(value) ? end : NOT_PLAIN;
}

/** Offset after the decimals of the seconds, if a point follows the whole ones. */
export function secondsEnd(bytes: Uint8Array, wholeEnd: number): number {
  return bytes[wholeEnd] === POINT ? digitsEnd(bytes, wholeEnd + 1) : wholeEnd;
}

/**
 * The double nearest to `whole` seconds and the decimals in bytes[wholeEnd, end), mark included; NaN when there are
 * too many digits to tell here.
 */
export function withDecimals(whole: number, bytes: Uint8Array, wholeEnd: number, end: number): number {
  if (end === wholeEnd) return whole;
  const decimals = end - wholeEnd - 1;
  return exactDecimal(whole * powerOfTen(decimals) + digitsValue(bytes, wholeEnd + 1, end), -decimals);
}
