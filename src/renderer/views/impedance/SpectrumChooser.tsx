/** Which of the shown spectra is looked at in detail. */
import { Select } from '@mantine/core';
import { text } from '../../text/text.ts';
import { spectrumName, spectrumState } from './cellSpectra.ts';
import type { SpectrumView } from './useSpectra.ts';

export interface SpectrumChooserProps {
  readonly views: readonly SpectrumView[];
  readonly focused: SpectrumView | null;
  readonly onFocus: (datasetId: string) => void;
}

function optionOf(view: SpectrumView) {
  const state = spectrumState(view);
  return { value: view.dataset.id, label: `${spectrumName(view)}${state === '' ? '' : `, ${state}`}` };
}

export function SpectrumChooser({ views, focused, onFocus }: SpectrumChooserProps) {
  return (
    <Select
      size="xs"
      label={text.impedanceFit.focus}
      searchable={views.length > 12}
      allowDeselect={false}
      data={views.map(optionOf)}
      value={focused?.dataset.id ?? null}
      onChange={(id) => {
        if (id !== null) onFocus(id);
      }}
    />
  );
}
