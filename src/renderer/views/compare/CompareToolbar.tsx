/** The row of controls above the comparison. */
import { Button, Tooltip } from '@mantine/core';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TechniqueToolbar } from '../../components/TechniqueToolbar.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { CompareSettings, UpdateSettings } from './compareSettings.ts';

const words = text.compare;

export interface CompareToolbarProps {
  readonly settings: CompareSettings;
  readonly update: UpdateSettings;
  readonly actions: FigureActions & { readonly copyTable: () => void };
  readonly hasFigure: boolean;
  /** Null while there is nothing to export. */
  readonly exportAll: (() => void) | null;
}

export function CompareToolbar(props: CompareToolbarProps) {
  const { settings, update, exportAll } = props;
  return (
    <TechniqueToolbar {...props} label={words.toolbar} tableLabel={words.table}>
      <SegmentedChoice
        label={words.modeChoice}
        names={words.modes}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode });
        }}
      />
      <Tooltip label={words.exportAll.hint} openDelay={400}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={exportAll === null}
          onClick={() => exportAll?.()}
        >
          {words.exportAll.button}
        </Button>
      </Tooltip>
    </TechniqueToolbar>
  );
}
