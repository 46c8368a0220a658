/** The chosen cells with their measurements. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Cell } from '#core/project/study.ts';
import { useSession } from '../../../app/session.ts';
import { useStudyActions } from '../../../app/useStudyActions.ts';
import { stateWords } from '../../../text/stateWords.ts';
import { text } from '../../../text/text.ts';
import { CELL_FIELDS, type CellField } from '../table/cellFields.ts';
import { FactList } from './FactList.tsx';

const words = text.receipt.cells;

function withUnit(value: string, { unit }: CellField): string {
  return unit === '' ? value : `${value} ${unit}`;
}

function OneCell({ cell }: { readonly cell: Cell }) {
  const { contents, select } = useSession();
  const facts = CELL_FIELDS.map((field) => ({ field, value: field.read(cell, contents.study) }))
    .filter(({ value }) => value !== '')
    .map(({ field, value }) => ({ name: field.label, value: withUnit(value, field) }));
  const own = contents.datasets.filter(({ cellId }) => cellId === cell.id);
  return (
    <>
      <FactList facts={facts} />
      <p className="inspector-hint">{words.notesHint}</p>
      <h4>{words.files}</h4>
      {own.length === 0 && <p className="inspector-hint">{words.noFiles}</p>}
      <ul className="link-list">
        {own.map((dataset) => (
          <li key={dataset.id}>
            <button
              type="button"
              onClick={() => {
                select({ cellIds: new Set(), datasetIds: new Set([dataset.id]) });
              }}
            >
              {dataset.fileName} {dataset.label} <small>{stateWords(dataset.state)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function CellPanel({ cells }: { readonly cells: readonly Cell[] }) {
  const { selection } = useSession();
  const { removeSelected } = useStudyActions();
  const [first] = cells;
  return (
    <section className="inspector-section">
      <h3 className="inspector-title">{cells.length === 1 ? first?.name : words.title(cells.length)}</h3>
      {cells.length === 1 && first && <OneCell cell={first} />}
      <Button
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={14} />}
        title={words.removeHint}
        onClick={() => void removeSelected({ ...selection, datasetIds: new Set() })}
      >
        {words.remove(cells.length)}
      </Button>
    </section>
  );
}
