/** A table of words and numbers below the plot. */
import type { ShownTable } from './copyTable.ts';

export interface PlainTableProps {
  readonly label: string;
  readonly table: ShownTable;
  /** Instead of a table without rows. */
  readonly empty: string;
}

export function PlainTable({ label, table: { titles, rows }, empty }: PlainTableProps) {
  if (rows.length === 0) return <div className="technique-table technique-wait">{empty}</div>;
  return (
    <div className="technique-table" role="region" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={titles[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
