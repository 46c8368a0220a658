/** Part of the cell table as tab-separated text that a spreadsheet takes. */
import type { Cell, Study } from '#core/project/study.ts';
import { CELL_FIELDS, type CellField } from './cellFields.ts';

/** Rows and columns, both ends included. */
export interface GridRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export function quoted(value: string): string {
  return /[\t\r\n"]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value;
}

export function fieldTitle({ label, unit }: CellField): string {
  return unit === '' ? label : `${label} (${unit})`;
}

export function copyBlock(study: Study, cells: readonly Cell[], range: GridRange): string {
  const fields = CELL_FIELDS.slice(range.fromColumn, range.toColumn + 1);
  const rows = cells.slice(range.fromRow, range.toRow + 1);
  return rows.map((cell) => fields.map((field) => quoted(field.read(cell, study))).join('\t')).join('\n');
}

/** The whole table with its titles. */
export function copyTable(study: Study, cells: readonly Cell[]): string {
  const range = { fromRow: 0, toRow: cells.length - 1, fromColumn: 0, toColumn: CELL_FIELDS.length - 1 };
  return `${CELL_FIELDS.map(fieldTitle).join('\t')}\n${copyBlock(study, cells, range)}`;
}
