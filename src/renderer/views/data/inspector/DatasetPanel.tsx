/** One or more measurements: their cell, their state, and what is in them. */
import { Button, Select, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { describeProblem } from '#core/describeProblem.ts';
import { useSession } from '../../../app/session.ts';
import { tellFailure } from '../../../app/tellFailure.ts';
import { useChange } from '../../../app/useChange.ts';
import { useServices } from '../../../app/services.ts';
import { joinRuns } from '../../../store/changes/joinRuns.ts';
import { useStudyActions } from '../../../app/useStudyActions.ts';
import { assignDatasets, setState } from '../../../store/changes/datasetChanges.ts';
import type { StoredDataset } from '../../../store/schema.ts';
import { count } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { columnWords } from './columnWords.ts';
import { FactList } from './FactList.tsx';
import { ReceiptPanel } from './ReceiptPanel.tsx';
import { StateEditor } from './StateEditor.tsx';

const words = text.receipt;

/** Value of the choice "no cell"; ids are UUIDs and never this. */
const NO_CELL = 'none';

function ColumnList({ dataset }: { readonly dataset: StoredDataset }) {
  return (
    <details>
      <summary>{words.columns(dataset.columns.length)}</summary>
      <ul className="column-list">
        {dataset.columns.map(({ name, source, derivedBy }) => (
          <li key={name}>
            <span title={name}>{columnWords(name)}</span>
            <small>{derivedBy === undefined ? words.from(source) : words.derived(derivedBy)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function MetadataList({ dataset }: { readonly dataset: StoredDataset }) {
  const entries = Object.entries(dataset.metadata).filter(([, value]) => value !== null && value !== '');
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{words.metadata(entries.length)}</summary>
      <FactList facts={entries.map(([name, value]) => ({ name, value: String(value) }))} />
    </details>
  );
}

function Assignment({ datasets }: { readonly datasets: readonly StoredDataset[] }) {
  const { contents } = useSession();
  const change = useChange();
  const ids = new Set(datasets.map(({ id }) => id));
  const [first] = datasets;
  const same = datasets.every(({ cellId }) => cellId === first?.cellId);
  const groupOf = (groupId: string | null) => contents.study.groups.find(({ id }) => id === groupId)?.name;
  const cells = contents.cells.map(({ id, name, groupId }) => ({
    value: id,
    label: [groupOf(groupId), name].filter((part) => part !== undefined && part !== '').join(' · '),
  }));
  return (
    <Stack gap={8}>
      <Select
        size="xs"
        searchable
        label={words.dataset.cell}
        allowDeselect={false}
        data={[{ value: NO_CELL, label: words.dataset.noCell }, ...cells]}
        value={same ? (first?.cellId ?? NO_CELL) : null}
        onChange={(value) => {
          void change(assignDatasets(contents, ids, value === NO_CELL ? null : value));
        }}
      />
      <StateEditor
        state={first?.state ?? { kind: 'unspecified' }}
        onChange={(state) => {
          void change(setState(contents, ids, state));
        }}
      />
    </Stack>
  );
}

function OneDataset({ dataset }: { readonly dataset: StoredDataset }) {
  return (
    <>
      <FactList
        facts={[
          { name: words.dataset.kind, value: text.data.kindNames[dataset.kind] },
          { name: words.dataset.rows, value: count(dataset.rows) },
          ...(dataset.label === '' ? [] : [{ name: words.dataset.label, value: dataset.label }]),
        ]}
      />
      <ColumnList dataset={dataset} />
      <MetadataList dataset={dataset} />
    </>
  );
}

/** For runs of one cell that were recorded one after the other. */
function JoinButton({ datasets }: { readonly datasets: readonly StoredDataset[] }) {
  const { store } = useServices();
  const { contents, select } = useSession();
  const change = useChange();
  const [first] = datasets;
  const joinable = datasets.every(({ kind, cellId }) => kind === 'cycling' && cellId === first?.cellId);
  if (datasets.length < 2 || !joinable) return null;
  const join = async () => {
    const joined = await joinRuns(store, contents, datasets);
    if (!joined.ok) tellFailure(new Error(describeProblem(joined.problem).message));
    else if (await change(joined.change))
      select({ cellIds: new Set(), datasetIds: new Set([joined.datasetId]) });
  };
  return (
    <Button size="xs" variant="default" onClick={() => void join().catch(tellFailure)}>
      {words.dataset.join(datasets.length)}
    </Button>
  );
}

export function DatasetPanel({ datasets }: { readonly datasets: readonly StoredDataset[] }) {
  const { contents, selection } = useSession();
  const { removeSelected } = useStudyActions();
  const [first] = datasets;
  const importIds = new Set(datasets.map(({ importId }) => importId));
  const entry = importIds.size === 1 ? contents.imports.find(({ id }) => importIds.has(id)) : undefined;
  return (
    <>
      <section className="inspector-section">
        <h3 className="inspector-title">
          {importIds.size === 1 ? first?.fileName : words.several(datasets.length)}
        </h3>
        <Assignment datasets={datasets} />
        <JoinButton datasets={datasets} />
        {datasets.length === 1 && first && <OneDataset dataset={first} />}
      </section>
      {entry && <ReceiptPanel entry={entry} />}
      <section className="inspector-section">
        <Button
          size="xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} />}
          onClick={() => void removeSelected(selection)}
        >
          {words.dataset.removeFrom}
        </Button>
      </section>
    </>
  );
}
