/** Local wall clocks, handled as UTC dates so that no time zone of the machine enters a file. */

const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');

function parts(clock_ms: number): { day: string; month: string; year: string; time: string } {
  const date = new Date(Math.round(clock_ms));
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}.${three(date.getUTCMilliseconds())}`;
  return {
    day: two(date.getUTCDate()),
    month: two(date.getUTCMonth() + 1),
    year: String(date.getUTCFullYear()),
    time,
  };
}

/** `03/04/2024 09:00:00.000` */
export function usClock(clock_ms: number): string {
  const { day, month, year, time } = parts(clock_ms);
  return `${month}/${day}/${year} ${time}`;
}

/** `03/04/24`: eight bytes. */
export function usShortDate(clock_ms: number): string {
  const { day, month, year } = parts(clock_ms);
  return `${month}/${day}/${year.slice(2)}`;
}

/** `2024-03-04 09:00:00.000` */
export function isoClock(clock_ms: number): string {
  const { day, month, year, time } = parts(clock_ms);
  return `${year}-${month}-${day} ${time}`;
}

/** `144:02:18.000`: hours run beyond 24. */
export function longDuration(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(whole / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(whole % 60)}.${three(milliseconds % 1000)}`;
}

/** Days since 1899-12-30, the OLE date of the EC-Lab log. */
export function oleDate(clock_ms: number): number {
  return clock_ms / 86_400_000 + 25_569;
}
