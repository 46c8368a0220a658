/** State of the cell table: where the cursor is, what is marked, what is being typed. */
import { notifications } from '@mantine/notifications';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/useChange.ts';
import { editCells } from '../../../store/changes/cellChanges.ts';
import { text } from '../../../text/text.ts';
import { CELL_FIELDS, fieldEdit } from './cellFields.ts';
import { copyBlock, type GridRange } from './copyBlock.ts';
import { clampPlace, gridKeyAction, type GridPlace } from './gridKey.ts';
import { tableCells } from './tableCells.ts';
import { pasteBlock, type PastedBlock } from './pasteBlock.ts';

export interface Typing {
  readonly place: GridPlace;
  readonly draft: string;
  /** Why the draft was not taken. */
  readonly refusal: string | null;
}

export function rangeBetween(a: GridPlace, b: GridPlace): GridRange {
  return {
    fromRow: Math.min(a.row, b.row),
    toRow: Math.max(a.row, b.row),
    fromColumn: Math.min(a.column, b.column),
    toColumn: Math.max(a.column, b.column),
  };
}

function tellRefused({ refused, columnsLeftOut }: PastedBlock): void {
  if (refused.length === 0 && columnsLeftOut === 0) return;
  const lines = refused
    .slice(0, 5)
    .map(({ row, field, reason }) => text.data.table.refused(row, field, reason));
  if (columnsLeftOut > 0) lines.unshift(text.data.table.columnsLeftOut(columnsLeftOut));
  notifications.show({
    color: 'orange',
    title: text.data.table.notAllPasted(refused.length),
    message: lines.join(' '),
    autoClose: 12_000,
  });
}

/** Changes of the study that the table makes. */
function useTableChanges() {
  const { contents } = useSession();
  const change = useChange();
  const cells = tableCells(contents);
  return {
    /** Null when it was taken, else why not. */
    set: (place: GridPlace, typed: string): string | null => {
      const field = CELL_FIELDS[place.column];
      const cell = cells[place.row];
      if (!field || !cell || field.read(cell, contents.study) === typed) return null;
      const parsed = field.parse(typed);
      if (!parsed.ok) return parsed.reason;
      void change(editCells(contents, [fieldEdit(cell.id, parsed)], text.changes.editCells(field.label, 1)));
      return null;
    },
    clear: ({ fromRow, toRow, fromColumn, toColumn }: GridRange) => {
      const width = toColumn - fromColumn + 1;
      const rows = Array.from({ length: toRow - fromRow + 1 }, () =>
        Array<string>(width).fill('').join('\t'),
      );
      const place = { cells, row: fromRow, column: fromColumn };
      // A line break behind the last row keeps a block of empty fields from being no block at all.
      const { edits } = pasteBlock(`${rows.join('\n')}\n`, place);
      void change(editCells(contents, edits, text.data.table.cleared));
    },
    paste: (copied: string, { row, column }: GridPlace) => {
      const pasted = pasteBlock(copied, { cells, row, column });
      void change(editCells(contents, pasted.edits, text.changes.paste(pasted.edits.length)));
      tellRefused(pasted);
    },
  };
}

export function useCellGrid() {
  const { contents } = useSession();
  const cells = tableCells(contents);
  const changes = useTableChanges();
  const [cursor, setCursor] = useState<GridPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<GridPlace>(cursor);
  const [typing, setTyping] = useState<Typing | null>(null);
  const size = { rows: cells.length, columns: CELL_FIELDS.length };
  const at = clampPlace(cursor, size);
  const range = rangeBetween(clampPlace(anchor, size), at);

  const moveTo = (place: GridPlace, extend = false) => {
    setCursor(place);
    if (!extend) setAnchor(place);
  };
  const startTyping = (place: GridPlace, first: string | null) => {
    const cell = cells[place.row];
    const field = CELL_FIELDS[place.column];
    if (cell && field) setTyping({ place, draft: first ?? field.read(cell, contents.study), refusal: null });
  };
  /** True when the draft was taken; else the field stays open and says why. */
  const finish = (): boolean => {
    if (!typing) return true;
    const refusal = changes.set(typing.place, typing.draft);
    setTyping(refusal === null ? null : { ...typing, refusal });
    return refusal === null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = typing ? null : gridKeyAction(event, at, size);
    if (!action || size.rows === 0) return;
    event.preventDefault();
    if (action.kind === 'move') moveTo(action.place, action.extend);
    else if (action.kind === 'edit') startTyping(at, action.first);
    else changes.clear(range);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyBlock(contents.study, cells, range));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    changes.paste(event.clipboardData.getData('text/plain'), {
      row: range.fromRow,
      column: range.fromColumn,
    });
  };
  return { at, range, typing, setTyping, moveTo, startTyping, finish, size, onKeyDown, onCopy, onPaste };
}

export type CellGrid = ReturnType<typeof useCellGrid>;
