/** Elapsed times as instruments write them. */
import { parseNumber } from '#core/import/text/parseNumber.ts';

const CLOCK = /^(?:(\d+)\s*(?:d(?:ays?)?,?\s*|-|\s))?(\d+):(\d{1,2}):(\d{1,2})(?:[.,](\d*))?$/;
const DAY_S = 86_400;

/**
 * Seconds of a duration: `h:mm:ss.mmm` with hours above 24, `2d 02:52:51.57`, `1 day, 2:03:04`, `3-04:05:06`, or plain seconds. The result is the double nearest to the decimal value. NaN for a blank cell, undefined for anything else.
 */
export function parseDuration(text: string, decimalMark: '.' | ','): number | undefined {
  const match = CLOCK.exec(text.trim());
  if (!match) return parseNumber(text, decimalMark);
  const [, days = '0', hours, minutes, seconds, fraction = ''] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const whole = Number(days) * DAY_S + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number(`${whole}.${fraction}`);
}
