/** A block of text from a spreadsheet, laid over the cell table from one field on. */
import type { Cell } from '#core/project/study.ts';
import type { CellEdit } from '../../../store/changes/cellChanges.ts';
import { CELL_FIELDS, fieldEdit, type CellField } from './cellFields.ts';

export interface RefusedField {
  /** From 1, within the block. */
  readonly row: number;
  readonly field: string;
  readonly reason: string;
}

export interface PastedBlock {
  readonly edits: readonly CellEdit[];
  /** Fields whose text was not taken; the rest of the block is. */
  readonly refused: readonly RefusedField[];
  /** Columns of the block beyond the table's last one. */
  readonly columnsLeftOut: number;
}

export interface PastePlace {
  /** Cells in the order of the table. Rows beyond them become new cells. */
  readonly cells: readonly Pick<Cell, 'id'>[];
  readonly row: number;
  readonly column: number;
}

/**
 * Rows and fields of tab-separated text. A field with a line break, a tab or a quote in it is quoted and its quotes
 * are doubled, as spreadsheets write them.
 */
export function splitBlock(copied: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let match = field.exec(copied); match; match = field.exec(copied)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // A spreadsheet ends the last row with a line break too.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** Titles of this table in the first row mean that the block brings its own order of fields. */
function fieldsOf(
  first: readonly string[],
  column: number,
): { titled: boolean; fields: readonly (CellField | undefined)[] } {
  const named = first.map((title) => CELL_FIELDS.find((field) => isTitle(field, title)));
  const titled = named.length > 1 && named.every((field) => field !== undefined);
  return { titled, fields: titled ? named : first.map((_, index) => CELL_FIELDS[column + index]) };
}

function isTitle({ label, unit }: CellField, title: string): boolean {
  const plain = title.trim().toLowerCase();
  return plain === label.toLowerCase() || plain === `${label} (${unit})`.toLowerCase();
}

export function pasteBlock(copied: string, place: PastePlace): PastedBlock {
  const block = splitBlock(copied);
  const widest = block.reduce((most, row) => (row.length > most.length ? row : most), block[0] ?? []);
  const { titled, fields } = fieldsOf(titledRow(block, widest), place.column);
  const refused: RefusedField[] = [];
  const rows = titled ? block.slice(1) : block;
  const edits = rows.map((row, index) => {
    const cellId = place.cells[place.row + index]?.id ?? null;
    return row.reduce<CellEdit>(
      (edit, typed, at) =>
        withField(edit, fields[at], typed, (field, reason) => {
          refused.push({ row: index + 1, field, reason });
        }),
      { cellId, patch: {} },
    );
  });
  const columnsLeftOut = fields.filter((field) => field === undefined).length;
  return { edits: edits.filter(isEdit), refused, columnsLeftOut };
}

function titledRow(block: readonly (readonly string[])[], widest: readonly string[]): readonly string[] {
  const first = block[0];
  return first?.length === widest.length ? first : widest;
}

function withField(
  edit: CellEdit,
  field: CellField | undefined,
  typed: string,
  refuse: (field: string, reason: string) => void,
): CellEdit {
  if (!field) return edit;
  const parsed = field.parse(typed);
  if (!parsed.ok) {
    refuse(field.label, parsed.reason);
    return edit;
  }
  const added = fieldEdit(edit.cellId, parsed);
  return { ...edit, ...added, patch: { ...edit.patch, ...added.patch } };
}

function isEdit({ patch, groupName }: CellEdit): boolean {
  return Object.keys(patch).length > 0 || groupName !== undefined;
}
