/** A table of words and numbers below the plot; where its rows can be chosen, a click or Enter chooses one. */
import type { ReactNode } from 'react';
import type { ShownTable } from './copyTable.ts';

export interface RowChoice {
  /** One for each row. */
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

export interface PlainTableProps {
  readonly label: string;
  readonly table: ShownTable;
  /** Instead of a table without rows. */
  readonly empty?: string;
  readonly choice?: RowChoice;
  /** In place of a cell's words, as a sparkline; null = the words. What is copied stays the words. */
  readonly drawnCell?: (row: number, title: string) => ReactNode;
}

function choosing(choice: RowChoice | undefined, row: number) {
  const id = choice?.ids[row];
  if (!choice || id === undefined) return {};
  const choose = () => {
    choice.onChoose(id);
  };
  return {
    'aria-selected': id === choice.chosen,
    tabIndex: 0,
    onClick: choose,
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key === 'Enter') choose();
    },
  };
}

export function PlainTable(props: PlainTableProps) {
  const { label, table, empty = '', choice, drawnCell } = props;
  const { titles, rows } = table;
  if (rows.length === 0 && empty !== '') return <div className="technique-table technique-wait">{empty}</div>;
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
            <tr key={choice?.ids[row] ?? row} {...choosing(choice, row)}>
              {cells.map((cell, column) => (
                <td key={titles[column]}>{drawnCell?.(row, titles[column] ?? '') ?? cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
