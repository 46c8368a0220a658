/** The half cycles of all shown runs; only the rows in sight are in the page. */
import { useState } from 'react';
import { count } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { shownValue, type HalfCycleRow, type TableColumn } from './halfCycleRows.ts';

const ROW_px = 28;
const ROWS_IN_SIGHT = 40;
const ROWS_BEFORE = 10;

export interface HalfCycleTableProps {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly HalfCycleRow[];
}

function Head({ columns }: Pick<HalfCycleTableProps, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ title, unit, isNumber }) => (
          <th key={title} scope="col" data-number={isNumber}>
            {title}
            <small> {unit}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function HalfCycleTable({ columns, rows }: HalfCycleTableProps) {
  const [scrolled, setScrolled] = useState(0);
  const first = Math.max(0, Math.min(Math.floor(scrolled / ROW_px), rows.length) - ROWS_BEFORE);
  const shown = rows.slice(first, first + ROWS_IN_SIGHT);
  const after = rows.length - first - shown.length;
  return (
    <div
      className="technique-table"
      tabIndex={0}
      role="region"
      aria-label={`${text.cycling.table}, ${text.cycling.rowCount(count(rows.length))}`}
      onScroll={({ currentTarget }) => {
        setScrolled(currentTarget.scrollTop);
      }}
    >
      <table aria-rowcount={rows.length + 1}>
        <Head columns={columns} />
        <tbody>
          <tr aria-hidden style={{ height: first * ROW_px }} />
          {shown.map((row, position) => (
            <tr key={first + position} aria-rowindex={first + position + 2}>
              {columns.map((column) => (
                <td key={column.title} data-number={column.isNumber}>
                  {shownValue(column, column.read(row))}
                </td>
              ))}
            </tr>
          ))}
          <tr aria-hidden style={{ height: after * ROW_px }} />
        </tbody>
      </table>
    </div>
  );
}
