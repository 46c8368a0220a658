/** Files that belong to no cell: drag them onto a cell, or let their names decide. */
import { Button } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useSession } from '../../app/session.ts';
import { startDrag } from '../../app/tree/draggedDatasets.ts';
import type { StoredDataset } from '../../store/schema.ts';
import { text } from '../../text/text.ts';

const { loose } = text.data;

interface LooseFile {
  readonly importId: string;
  readonly fileName: string;
  readonly datasets: readonly StoredDataset[];
}

function looseFiles(datasets: readonly StoredDataset[]): readonly LooseFile[] {
  const files = new Map<string, StoredDataset[]>();
  for (const row of datasets) {
    if (row.cellId === null) files.set(row.importId, [...(files.get(row.importId) ?? []), row]);
  }
  return [...files].map(([importId, rows]) => ({
    importId,
    fileName: rows[0]?.fileName ?? '',
    datasets: rows,
  }));
}

export function LooseFiles({ onNaming }: { readonly onNaming: () => void }) {
  const { contents, selection, select } = useSession();
  const files = looseFiles(contents.datasets);
  if (files.length === 0) return null;
  return (
    <section className="data-section" aria-label={loose.title}>
      <div className="section-head">
        <h3>{loose.count(files.length)}</h3>
        <span className="section-hint">{loose.hint}</span>
        <Button size="compact-xs" variant="light" onClick={onNaming}>
          {loose.byName}
        </Button>
      </div>
      <div className="loose-files">
        {files.map(({ importId, fileName, datasets }) => {
          const ids = datasets.map(({ id }) => id);
          return (
            <button
              key={importId}
              type="button"
              className="loose-file"
              draggable
              aria-pressed={ids.every((id) => selection.datasetIds.has(id))}
              onDragStart={(event) => {
                startDrag(event.dataTransfer, { datasetIds: ids, cellIds: [] });
              }}
              onClick={() => {
                select({ cellIds: new Set(), datasetIds: new Set(ids) });
              }}
            >
              <IconGripVertical size={13} stroke={1.5} aria-hidden />
              {fileName}
              <small>{loose.kinds(datasets.map(({ kind }) => kind))}</small>
            </button>
          );
        })}
      </div>
    </section>
  );
}
