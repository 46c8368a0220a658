/** A wall clock such as `2024-09-20 08:32:34.558` from bytes, in seconds since 1970-01-01 without zone. */
import { BLANK, CAPITAL_T, COLON, MINUS, POINT, SLASH, TAB } from '#core/import/text/ascii.ts';
import { twoDigits } from '#core/import/text/digits.ts';
import { daysSince1970, MONTH_DAYS } from '#core/import/text/parseDate.ts';
import { NOT_PLAIN } from '#core/import/text/plainCell.ts';
import { secondsEnd, withDecimals } from '#core/import/text/scanDuration.ts';
import type { ColumnBuilder } from '#core/import/text/tableBuilder.ts';

const DATE_BYTES = 10;
const TIME_BYTES = 8;

/**
 * Scans a date with two digits for month, day, hour, minute and second and four for the year; see plainCell.ts for
 * the result. Years before 1970 and every other spelling take the general path.
 */
export function scanDate(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  const at = bytes[start] === TAB && column.delimiter !== TAB ? start + 1 : start;
  const day = dayAt(bytes, at, column.layout.dateOrder ?? 'ymd');
  const gap = bytes[at + DATE_BYTES];
  const second = secondOfDay(bytes, at + DATE_BYTES + 1);
  if (day < 0 || second < 0 || (gap !== BLANK && gap !== CAPITAL_T)) return NOT_PLAIN;
  const wholeEnd = at + DATE_BYTES + 1 + TIME_BYTES;
  const end = secondsEnd(bytes, wholeEnd);
  const value = withDecimals(day * 86_400 + second, bytes, wholeEnd, end);
  column.values[row] = value;
  return Number.isNaN(value) ? NOT_PLAIN : end;
}

/** Where the parts of a date of ten bytes lie, and its two marks. */
const PLACES = {
  ymd: { year: 0, month: 5, day: 8, firstMark: 4, secondMark: 7 },
  mdy: { year: 6, month: 0, day: 3, firstMark: 2, secondMark: 5 },
  dmy: { year: 6, month: 3, day: 0, firstMark: 2, secondMark: 5 },
} as const;

/** Days since 1970 of the ten bytes of a date, negative when they are none. */
function dayAt(bytes: Uint8Array, at: number, order: 'ymd' | 'mdy' | 'dmy'): number {
  const places = PLACES[order];
  if (!isDateMark(bytes[at + places.firstMark]) || !isDateMark(bytes[at + places.secondMark]))
    return NOT_PLAIN;
  const year = twoDigits(bytes, at + places.year) * 100 + twoDigits(bytes, at + places.year + 2);
  const month = twoDigits(bytes, at + places.month);
  const day = twoDigits(bytes, at + places.day);
  if (year < 1970 || day < 1 || day > (MONTH_DAYS[month - 1] ?? 0)) return NOT_PLAIN;
  return daysSince1970(year, month, day);
}

function isDateMark(byte: number | undefined): boolean {
  return byte === MINUS || byte === SLASH || byte === POINT;
}

/** Seconds since midnight of `hh:mm:ss`, negative when the bytes are no time. */
function secondOfDay(bytes: Uint8Array, at: number): number {
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return NOT_PLAIN;
  const hour = twoDigits(bytes, at);
  const minute = twoDigits(bytes, at + 3);
  const second = twoDigits(bytes, at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return NOT_PLAIN;
  return hour * 3600 + minute * 60 + second;
}
