/** The row of controls above the comparison. */
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
}

export function CompareToolbar(props: CompareToolbarProps) {
  const { settings, update } = props;
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
    </TechniqueToolbar>
  );
}
