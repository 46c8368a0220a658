/** The open study's name; behind it all others. */
import { Badge, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconFlask,
  IconFolderOpen,
  IconPlus,
} from '@tabler/icons-react';
import type { Study } from '#core/project/study.ts';
import { text } from '../../text/text.ts';

export interface StudyMenuProps {
  readonly study: Study | null;
  readonly studies: readonly Study[];
  readonly onChoose: (studyId: string) => void;
  readonly onNew: () => void;
  readonly onSample: () => void;
  readonly onOpen: () => void;
  /** Null while no study is open. */
  readonly onSave: (() => void) | null;
}

export function SimulatedBadge() {
  return (
    <Tooltip label={text.app.simulatedHint}>
      <Badge color="orange" variant="light" size="md" radius="sm" tt="none">
        {text.app.simulated}
      </Badge>
    </Tooltip>
  );
}

export function StudyMenu({ study, studies, onChoose, ...run }: StudyMenuProps) {
  return (
    <Menu position="bottom-start" width={300} shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          rightSection={<IconChevronDown size={14} />}
          aria-label={study ? `${text.app.chooseStudy}: ${study.name}` : text.app.chooseStudy}
          className="study-name"
        >
          {study?.name ?? text.app.chooseStudy}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {studies.length > 0 && <Menu.Label>{text.app.studies}</Menu.Label>}
        {studies.map(({ id, name, simulated }) => (
          <Menu.Item
            key={id}
            leftSection={id === study?.id ? <IconCheck size={14} /> : <span className="menu-gap" />}
            rightSection={simulated ? <span className="menu-note">{text.app.simulated}</span> : undefined}
            onClick={() => {
              onChoose(id);
            }}
          >
            {name}
          </Menu.Item>
        ))}
        {studies.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconPlus size={14} />} onClick={run.onNew}>
          {text.app.newStudy}
        </Menu.Item>
        <Menu.Item leftSection={<IconFlask size={14} />} onClick={run.onSample}>
          {text.app.openSample}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={14} />} onClick={run.onOpen}>
          {text.commands['study.open']}
        </Menu.Item>
        {run.onSave && (
          <Menu.Item leftSection={<IconDeviceFloppy size={14} />} onClick={run.onSave}>
            {text.commands['study.save']}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
