/** One cell of any kind as text: the general path, whose results the fast scanners must equal. */
import { parseDate } from '#core/import/text/parseDate.ts';
import { parseDuration } from '#core/import/text/parseDuration.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import type { LayoutColumn } from '#core/import/text/tableLayout.ts';

/** The canonical value of a number, duration or date cell: NaN when not recorded, undefined when unreadable. */
export function parseCell(text: string, column: LayoutColumn, decimalMark: '.' | ','): number | undefined {
  if (column.kind === 'date') return parseDate(text, column.dateOrder ?? 'ymd');
  const value =
    column.kind === 'duration'
      ? parseDuration(text, decimalMark)
      : parseNumber(text, decimalMark, column.decimalShift);
  return value === undefined ? undefined : value * column.factor;
}
