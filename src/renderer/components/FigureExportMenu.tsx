/** The menu of files that a figure can be exported as. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { FIGURE_FILES, type FigureFileKind } from '../export/figureFile.ts';
import { text } from '../text/text.ts';

const words = text.cycling;

export interface FigureExportMenuProps {
  readonly hasFigure: boolean;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly exportAs: (kind: FigureFileKind) => void;
}

export function FigureExportMenu({ hasFigure, opened, onChange, exportAs }: FigureExportMenuProps) {
  const kinds = Object.keys(FIGURE_FILES) as FigureFileKind[];
  return (
    <Menu position="bottom-end" opened={opened && hasFigure} onChange={onChange}>
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
              exportAs(kind);
            }}
          >
            {words.exportKinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
