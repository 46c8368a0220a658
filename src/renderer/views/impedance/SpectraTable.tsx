/** The shown spectra as a table; a click looks at one of them in detail. */
import { text } from '../../text/text.ts';
import { ROW_TITLES, type SpectrumRow } from './spectrumRows.ts';

export interface SpectraTableProps {
  readonly rows: readonly SpectrumRow[];
  readonly focusedId: string | null;
  readonly onFocus: (datasetId: string) => void;
}

export function SpectraTable({ rows, focusedId, onFocus }: SpectraTableProps) {
  return (
    <div className="technique-table" role="region" tabIndex={0} aria-label={text.impedance.table}>
      <table>
        <thead>
          <tr>
            {ROW_TITLES.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ view, cells }) => (
            <tr
              key={view.dataset.id}
              aria-selected={view.dataset.id === focusedId}
              tabIndex={0}
              onClick={() => {
                onFocus(view.dataset.id);
              }}
              onKeyDown={({ key }) => {
                if (key === 'Enter') onFocus(view.dataset.id);
              }}
            >
              {cells.map((cell, column) => (
                <td key={ROW_TITLES[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
