/** Wall clocks as instruments write them. */

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

const DATE = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[T\s]+(.*))?$/;
const TIME = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,:](\d*))?)?\s*([AaPp][Mm])?Z?$/;
export const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Seconds since 1970-01-01 of a local wall clock, without zone: `2024-09-20 08:32:34.558`, `09/20/2024 8:32:34 AM`,
 * with `-`, `/` or `.` between the parts and blanks or `T` before the time. A year of two digits is 20xx. NaN for a
 * blank cell, undefined for anything that is no date.
 */
export function parseDate(text: string, order: DateOrder): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-') return NaN;
  const match = DATE.exec(trimmed);
  if (!match) return undefined;
  const days = dayOf([match[1], match[2], match[3]].map(Number), order);
  const time = match[4] === undefined ? { seconds: 0, fraction: '' } : timeOfDay(match[4]);
  if (days === undefined || time === undefined) return undefined;
  const whole = days * 86_400 + time.seconds;
  // Before 1970 the fraction would count the wrong way.
  return whole < 0 ? whole + Number(`0.${time.fraction}`) : Number(`${whole}.${time.fraction}`);
}

function dayOf(parts: readonly number[], order: DateOrder): number | undefined {
  const [first = 0, second = 0, third = 0] = parts;
  const [year, month, day] = {
    ymd: [first, second, third] as const,
    mdy: [third, first, second] as const,
    dmy: [third, second, first] as const,
  }[order];
  const monthDays = MONTH_DAYS[month - 1];
  if (monthDays === undefined || day < 1 || day > monthDays) return undefined;
  return daysSince1970(year < 100 ? year + 2000 : year, month, day);
}

function timeOfDay(text: string): { seconds: number; fraction: string } | undefined {
  const match = TIME.exec(text.trim());
  if (!match) return undefined;
  const half = match[5]?.toLowerCase();
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > (half ? 12 : 23) || minute > 59 || second > 59) return undefined;
  const hours = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return { seconds: hours * 3600 + minute * 60 + second, fraction: match[4] ?? '' };
}

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar. The year begins in March here, so that the leap day is
 * its last one and month lengths follow (153 m + 2) / 5.
 */
export function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
