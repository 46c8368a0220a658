/** Did the program read my files right, and to which cells do they belong? */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconFileImport, IconPlus, IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { InspectorContent } from '../../app/InspectorContent.tsx';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/useChange.ts';
import { tellFailure } from '../../app/tellFailure.ts';
import { editCells } from '../../store/changes/cellChanges.ts';
import { text } from '../../text/text.ts';
import { copyText } from './copyText.ts';
import './data.css';
import { ImportQueueList } from './ImportQueueList.tsx';
import { DataInspector } from './inspector/DataInspector.tsx';
import { LooseFiles } from './LooseFiles.tsx';
import { NamingPanel } from './NamingPanel.tsx';
import { CellTable } from './table/CellTable.tsx';
import { copyTable } from './table/copyBlock.ts';
import { tableCells } from './table/tableCells.ts';

const { toolbar, table } = text.data;

function useDataActions() {
  const { platform, imports } = useServices();
  const { contents } = useSession();
  const change = useChange();
  return {
    addFiles: () => {
      platform
        .pickFiles()
        .then((files) => {
          if (files.length > 0) {
            void imports.add(
              contents.study.id,
              files.map((file) => ({ file })),
            );
          }
        })
        .catch(tellFailure);
    },
    addCell: () => {
      const name = String(contents.cells.length + 1).padStart(2, '0');
      void change(editCells(contents, [{ cellId: null, patch: { name } }], text.changes.addCell));
    },
    copy: () => {
      void copyText(copyTable(contents.study, tableCells(contents)));
    },
  };
}

function NoCells({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Stack className="empty-pane" align="center" gap="xs">
      <Text fw={600}>{table.emptyTitle}</Text>
      <Text size="sm" c="dimmed" ta="center" maw={460}>
        {table.emptyText}
      </Text>
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={onAdd}>
        {toolbar.newCell}
      </Button>
    </Stack>
  );
}

interface ToolbarProps {
  readonly actions: ReturnType<typeof useDataActions>;
  readonly onNaming: () => void;
  readonly hasCells: boolean;
}

function Toolbar({ actions, onNaming, hasCells }: ToolbarProps) {
  return (
    <Group gap="xs" className="view-toolbar" role="toolbar" aria-label={toolbar.title}>
      <Button size="xs" leftSection={<IconFileImport size={15} />} onClick={actions.addFiles}>
        {toolbar.addFiles}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} />} onClick={actions.addCell}>
        {toolbar.newCell}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconTags size={15} />} onClick={onNaming}>
        {toolbar.byName}
      </Button>
      {hasCells && (
        <Button size="xs" variant="default" leftSection={<IconCopy size={15} />} onClick={actions.copy}>
          {toolbar.copyTable}
        </Button>
      )}
    </Group>
  );
}

export function DataView() {
  const { contents } = useSession();
  const actions = useDataActions();
  const [naming, setNaming] = useState(false);
  const showNaming = () => {
    setNaming(true);
  };
  const hasCells = contents.cells.length > 0;
  return (
    <div className="data-view">
      <Toolbar actions={actions} onNaming={showNaming} hasCells={hasCells} />
      {contents.datasets.length === 0 && (
        <button type="button" className="drop-zone data-drop" onClick={actions.addFiles}>
          <IconFileImport size={22} stroke={1.4} aria-hidden />
          <span>{text.app.dropHere}</span>
          <small>{text.app.dropHint}</small>
        </button>
      )}
      <ImportQueueList />
      {naming ? (
        <NamingPanel
          onClose={() => {
            setNaming(false);
          }}
        />
      ) : (
        <LooseFiles onNaming={showNaming} />
      )}
      {hasCells ? <CellTable /> : <NoCells onAdd={actions.addCell} />}
      <InspectorContent>
        <DataInspector />
      </InspectorContent>
    </div>
  );
}
