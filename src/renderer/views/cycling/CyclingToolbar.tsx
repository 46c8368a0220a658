/** The row of controls above the plot. */
import { Menu, SegmentedControl } from '@mantine/core';
import {
  IconCopy,
  IconDownload,
  IconFileText,
  IconPictureInPictureTop,
  IconTable,
  IconTableShare,
} from '@tabler/icons-react';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconButton } from '../../components/IconButton.tsx';
import { FIGURE_FILES, type FigureFileKind } from '../../export/figureFile.ts';
import { text } from '../../text/text.ts';
import type { CyclingSettings, PlotKind, UpdateSettings } from './cyclingSettings.ts';
import type { Arrangement } from '#figures/voltageTimeFigure.ts';

export interface CyclingActions {
  readonly copyPlot: () => void;
  readonly copyTable: () => void;
  readonly exportAs: (kind: FigureFileKind) => void;
}

export interface CyclingToolbarProps {
  readonly settings: CyclingSettings;
  readonly update: UpdateSettings;
  readonly actions: CyclingActions;
  readonly hasFigure: boolean;
  readonly exportMenu: { readonly opened: boolean; readonly onChange: (opened: boolean) => void };
}

const words = text.cycling;

function optionsOf<K extends string>(labels: Readonly<Record<K, string>>) {
  return (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));
}

function ExportMenu({ actions, hasFigure, exportMenu }: CyclingToolbarProps) {
  const kinds = Object.keys(FIGURE_FILES) as FigureFileKind[];
  return (
    <Menu position="bottom-end" opened={exportMenu.opened} onChange={exportMenu.onChange}>
      <Menu.Target>
        <Tooltip label={words.exportTitle} openDelay={400}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={words.exportTitle}
            disabled={!hasFigure}
          >
            <IconDownload size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => {
              actions.exportAs(kind);
            }}
          >
            {words.exportKinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PlotChoice({ settings, update }: CyclingToolbarProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={words.plotChoice}
        data={optionsOf<PlotKind>(words.plots)}
        value={settings.plot}
        onChange={(plot) => {
          update({ plot });
        }}
      />
      {settings.plot === 'voltageTime' && (
        <SegmentedControl
          size="xs"
          aria-label={words.arrangement}
          data={optionsOf<Arrangement>(words.arrangements)}
          value={settings.arrangement}
          onChange={(arrangement) => {
            update({ arrangement });
          }}
        />
      )}
    </>
  );
}

export function CyclingToolbar(props: CyclingToolbarProps) {
  const { settings, update, actions, hasFigure } = props;
  const toggle = (name: 'inset' | 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="cycling-toolbar" role="toolbar" aria-label={words.toolbar}>
      <PlotChoice {...props} />
      {settings.plot === 'voltageTime' && (
        <IconButton
          icon={IconPictureInPictureTop}
          label={words.inset}
          pressed={settings.inset}
          onClick={toggle('inset')}
        />
      )}
      <span className="toolbar-space" />
      <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
      <IconButton icon={IconTable} label={words.table} pressed={settings.table} onClick={toggle('table')} />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={actions.copyTable} />
      <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
      <ExportMenu {...props} />
    </div>
  );
}
