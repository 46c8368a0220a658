/** One cell of the study as a row of the table; measurements can be dropped on it. */
import { useState, type DragEvent } from 'react';
import type { Cell } from '#core/project/study.ts';
import { useSession } from '../../../app/session.ts';
import { droppedRows, isRowDrag } from '../../../app/tree/draggedDatasets.ts';
import { useChange } from '../../../app/useChange.ts';
import { screenColour } from '../../../components/screenColour.ts';
import { assignDatasets } from '../../../store/changes/datasetChanges.ts';
import { text } from '../../../text/text.ts';
import { CELL_FIELDS, type CellField } from './cellFields.ts';
import { FieldEditor } from './FieldEditor.tsx';
import type { CellGrid } from './useCellGrid.ts';

export interface CellRowProps {
  readonly cell: Cell;
  readonly row: number;
  readonly grid: CellGrid;
  readonly colour: string;
}

function useRowDrop(cellId: string) {
  const { contents } = useSession();
  const change = useChange();
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!isRowDrag(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => {
        setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const dragged = droppedRows(event.dataTransfer);
        if (!dragged || dragged.datasetIds.length === 0) return;
        event.preventDefault();
        void change(assignDatasets(contents, new Set(dragged.datasetIds), cellId));
      },
    },
  };
}

function FilesCell({ cell, colour }: { readonly cell: Cell; readonly colour: string }) {
  const { contents, select } = useSession();
  const own = contents.datasets.filter(({ cellId }) => cellId === cell.id);
  return (
    <th scope="row" role="rowheader" className="grid-files">
      <button
        type="button"
        className="grid-file-count"
        title={own.map(({ fileName }) => fileName).join('\n') || text.data.table.noFiles}
        aria-label={text.data.table.showCell(cell.name, own.length)}
        onClick={() => {
          select({ cellIds: new Set([cell.id]), datasetIds: new Set() });
        }}
      >
        <span className="tree-swatch" style={{ background: screenColour(colour) }} aria-hidden />
        {own.length === 0 ? '–' : own.length}
      </button>
    </th>
  );
}

function isMarked(grid: CellGrid, row: number, column: number): boolean {
  const { fromRow, toRow, fromColumn, toColumn } = grid.range;
  return row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;
}

interface FieldCellProps extends Omit<CellRowProps, 'colour'> {
  readonly field: CellField;
  readonly column: number;
}

function FieldCell({ cell, row, grid, field, column }: FieldCellProps) {
  const { contents } = useSession();
  const here = grid.at.row === row && grid.at.column === column;
  const { typing } = grid;
  const typed = typing && typing.place.row === row && typing.place.column === column ? typing : null;
  const place = { row, column };
  return (
    <td
      role="gridcell"
      aria-selected={isMarked(grid, row, column)}
      tabIndex={here ? 0 : -1}
      data-place={`${row}:${column}`}
      data-numeric={field.numeric}
      data-cursor={here}
      onMouseDown={(event) => {
        if (!typed) grid.moveTo(place, event.shiftKey);
      }}
      onDoubleClick={() => {
        grid.startTyping(place, null);
      }}
    >
      {typed ? (
        <FieldEditor
          field={field}
          typing={typed}
          grid={grid}
          suggestions={field.id === 'group' ? contents.study.groups.map(({ name }) => name) : []}
        />
      ) : (
        field.read(cell, contents.study)
      )}
    </td>
  );
}

export function CellRow({ cell, row, grid, colour }: CellRowProps) {
  const { selection } = useSession();
  const drop = useRowDrop(cell.id);
  return (
    <tr
      role="row"
      data-excluded={cell.exclusionReason !== null}
      data-chosen={selection.cellIds.has(cell.id)}
      data-over={drop.over}
      {...drop.handlers}
    >
      <FilesCell cell={cell} colour={colour} />
      {CELL_FIELDS.map((field, column) => (
        <FieldCell key={field.id} field={field} column={column} cell={cell} row={row} grid={grid} />
      ))}
    </tr>
  );
}
