/** A table as CSV after RFC 4180: titles first, CRLF, an empty cell = not known. */
import { numberText, quoted } from '#core/export/csvText.ts';

export type CsvValue = string | number | boolean | null;

export interface CsvTable {
  /** With their units. */
  readonly titles: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
}

export function csvOf({ titles, rows }: CsvTable): string {
  return [titles, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : quoted(value);
}
