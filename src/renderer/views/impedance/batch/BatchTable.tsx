/** The results, one row a spectrum; a click on a title sorts by it, a second one the other way round. */
import { useState } from 'react';
import type { BatchCell, BatchTable as Table } from '#core/eis/batchTables.ts';
import { text } from '../../../text/text.ts';
import { valueWords } from '../valueWords.ts';
import { sortRows, type Sorting } from './sortRows.ts';

const words = text.impedanceBatch;

export function cellWords(cell: BatchCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  return typeof cell === 'number' ? valueWords(cell) : cell;
}

interface TitleProps {
  readonly title: string;
  readonly direction: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}

const ARROWS = { ascending: ' ▲', descending: ' ▼', none: '' };

function Title({ title, direction, onSort }: TitleProps) {
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className="batch-sort" title={words.sortBy(title)} onClick={onSort}>
        {title}
        {ARROWS[direction]}
      </button>
    </th>
  );
}

export function BatchTable({ titles, rows }: Table) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const directionOf = (column: number) => {
    if (sorting?.column !== column) return 'none';
    return sorting.descending ? 'descending' : 'ascending';
  };
  return (
    <div className="technique-table" role="region" tabIndex={0} aria-label={words.table}>
      <table>
        <thead>
          <tr>
            {titles.map((title, column) => (
              <Title
                key={title}
                title={title}
                direction={directionOf(column)}
                onSort={() => {
                  setSorting({ column, descending: directionOf(column) === 'ascending' });
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sortRows(rows, sorting).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={titles[column]} data-number={typeof cell === 'number'}>
                  {cellWords(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
