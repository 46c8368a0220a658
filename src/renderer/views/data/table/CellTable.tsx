/** The cells of the study as a spreadsheet. */
import { useEffect, useRef } from 'react';
import { cellColours, UNGROUPED_COLOUR } from '#core/project/cellColours.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { CELL_FIELDS } from './cellFields.ts';
import { CellRow } from './CellRow.tsx';
import { tableCells } from './tableCells.ts';
import { useCellGrid } from './useCellGrid.ts';

function TableHead() {
  return (
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col" className="grid-files">
          {text.fields.files}
        </th>
        {CELL_FIELDS.map(({ id, label, unit, width, numeric }) => (
          <th
            key={id}
            role="columnheader"
            scope="col"
            style={{ minWidth: width }}
            data-numeric={numeric}
            data-field={id}
          >
            {label}
            {unit !== '' && <small> {unit}</small>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function CellTable() {
  const { contents } = useSession();
  const grid = useCellGrid();
  const table = useRef<HTMLTableElement>(null);
  const colours = cellColours(contents.study, contents.cells);
  const { row, column } = grid.at;
  const typing = grid.typing !== null;
  const wasTyping = useRef(false);
  useEffect(() => {
    // The field that was typed into is gone, and the keyboard with it, unless the user clicked elsewhere.
    const orphaned = wasTyping.current && document.activeElement === document.body;
    wasTyping.current = typing;
    if (typing || !(orphaned || table.current?.contains(document.activeElement))) return;
    table.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`)?.focus();
  }, [row, column, typing]);
  return (
    <div className="grid-scroll">
      <table
        ref={table}
        role="grid"
        aria-label={text.data.table.title}
        aria-rowcount={contents.cells.length + 1}
        className="cell-grid"
        onKeyDown={grid.onKeyDown}
        onCopy={grid.onCopy}
        onPaste={grid.onPaste}
      >
        <TableHead />
        <tbody>
          {tableCells(contents).map((cell, index) => (
            <CellRow
              key={cell.id}
              cell={cell}
              row={index}
              grid={grid}
              colour={colours.get(cell.id) ?? UNGROUPED_COLOUR}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
