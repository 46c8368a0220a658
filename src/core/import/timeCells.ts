/** What the cells of a time column are, settled from its first rows: exports of one program differ by locale. */
import type { CellKind } from '#core/import/text/tableLayout.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

const NUMBER = /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+]?\d+)?$/iu;
const NOT_RECORDED = /^(?:|-+|n\/?a|nan|[-+]?inf(?:inity)?)$/iu;
const PARTS = /^(\d{1,4})[-/.](\d{1,2})[-/.]\d{1,4}/u;

/** True if the cells hold numbers and nothing else but ways to say "none"; false when all are blank. */
export function areNumbers(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => NUMBER.test(cell)) &&
    cells.every((cell) => NUMBER.test(cell) || NOT_RECORDED.test(cell))
  );
}

/** True if no cell says that the column is anything but numbers. */
export function mayBeNumbers(cells: readonly string[]): boolean {
  return cells.every((cell) => NUMBER.test(cell) || NOT_RECORDED.test(cell));
}

/**
 * The first date whose day and month cannot be told apart: the year stands last, although the vendor writes it first,
 * and no cell has a part above 12. A spreadsheet has rewritten such dates after its own locale.
 */
export function ambiguousDate(cells: readonly string[], vendorOrder: DateOrder): string | undefined {
  if (vendorOrder !== 'ymd') return undefined;
  const parts = cells.map((cell) => PARTS.exec(cell));
  const told = parts.some(
    (match) => (match?.[1] ?? '').length > 2 || Number(match?.[1]) > 12 || Number(match?.[2]) > 12,
  );
  return told ? undefined : cells.find((_, i) => parts[i]);
}

/**
 * Kind and order of a date column. Plain numbers are seconds since 1970. A year in front decides for
 * year-month-day, a first part above 12 for day-month-year, a second part above 12 for month-day-year; otherwise the
 * vendor's own order stays.
 */
export function dateCells(
  cells: readonly string[],
  vendorOrder: DateOrder,
): { readonly kind: CellKind; readonly dateOrder: DateOrder } {
  if (areNumbers(cells)) return { kind: 'number', dateOrder: vendorOrder };
  for (const cell of cells) {
    const [, first = '', second = ''] = PARTS.exec(cell) ?? [];
    if (first.length === 4) return { kind: 'date', dateOrder: 'ymd' };
    if (Number(first) > 12) return { kind: 'date', dateOrder: 'dmy' };
    if (Number(second) > 12) return { kind: 'date', dateOrder: 'mdy' };
  }
  return { kind: 'date', dateOrder: vendorOrder };
}
