/** The X-rays of the shown scans: as their files say, or as the user answers. */
import { Select } from '@mantine/core';
import { RADIATION_IDS } from '#core/xrd/radiations.ts';
import { useChange } from '../../app/useChange.ts';
import { setRadiation } from '../../store/changes/radiation.ts';
import { text } from '../../text/text.ts';
import type { ScanView } from './useScans.ts';

const words = text.diffraction;
const FROM_FILE = 'file';

function fileWords(views: readonly ScanView[]): string {
  const ids = new Set(views.map(({ pattern: { radiation } }) => radiation?.id ?? words.radiationUnknown));
  return words.radiationFile([...ids].join(', '));
}

/** Null when the scans differ. */
function commonAnswer(views: readonly ScanView[]): string | null {
  const answers = new Set(views.map(({ dataset }) => dataset.radiation ?? FROM_FILE));
  const [only = null] = answers;
  return answers.size === 1 ? only : null;
}

export function RadiationChoice({ views }: { readonly views: readonly ScanView[] }) {
  const change = useChange();
  const open = views.filter(({ radiation }) => radiation === null);
  const files = new Set(open.map(({ dataset }) => dataset.importId)).size;
  return (
    <Select
      size="xs"
      label={words.radiation}
      error={files === 0 ? null : words.radiationAsk(files)}
      searchable
      allowDeselect={false}
      data={[{ value: FROM_FILE, label: fileWords(views) }, ...RADIATION_IDS]}
      value={commonAnswer(views)}
      onChange={(id) => {
        const datasets = views.map(({ dataset }) => dataset);
        if (id !== null) void change(setRadiation(datasets, id === FROM_FILE ? null : id));
      }}
    />
  );
}
