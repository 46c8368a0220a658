/** Which two scans are compared, and how the first is scaled to the second. */
import { Alert, Select, Stack, Title } from '@mantine/core';
import { text } from '../../../text/text.ts';
import { SubstrateSelect } from '../SubstrateSelect.tsx';
import type { DiffractionSettings, ScaleRule, UpdateSettings } from '../diffractionSettings.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import { scanName, type ScanView } from '../useScans.ts';
import type { PairChoice } from './usePair.ts';

const words = text.diffraction.comparison;
const RULES: readonly ScaleRule[] = ['none', 'counting-time', 'substrate-line'];

export interface ComparisonFormProps {
  readonly views: readonly ScanView[];
  readonly choice: PairChoice;
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly library: PhaseLibrary | null;
  readonly notes: readonly string[];
}

function ScanSelect({ views, choice, side }: ComparisonFormProps & { readonly side: 'before' | 'after' }) {
  return (
    <Select
      size="xs"
      label={words[side]}
      allowDeselect={false}
      data={views.map((view) => ({ value: view.dataset.id, label: scanName(view) }))}
      value={choice.pair?.[side].dataset.id ?? null}
      onChange={(id) => {
        if (id !== null) choice.choose(side, id);
      }}
    />
  );
}

export function ComparisonForm(props: ComparisonFormProps) {
  const { settings, update, library, notes } = props;
  const crystals = (library?.phases ?? []).filter(({ kind }) => kind === 'crystal').map(({ id }) => id);
  return (
    <section>
      <Title order={6}>{words.title}</Title>
      <Stack gap={6}>
        <ScanSelect {...props} side="before" />
        <ScanSelect {...props} side="after" />
        <Select
          size="xs"
          label={words.scale}
          allowDeselect={false}
          data={RULES.map((value) => ({ value, label: words.scales[value] }))}
          value={settings.scaleRule}
          onChange={(scaleRule) => {
            if (scaleRule !== null) update({ scaleRule });
          }}
        />
        <SubstrateSelect crystals={crystals} settings={settings} update={update} />
        <Select
          size="xs"
          label={text.diffractionAmounts.comparison.film}
          searchable
          clearable
          placeholder={text.diffractionAmounts.comparison.filmAutomatic}
          data={crystals}
          value={settings.film}
          onChange={(film) => {
            update({ film });
          }}
        />
        {notes.map((note) => (
          <Alert key={note} variant="light" color="yellow" p="xs">
            {note}
          </Alert>
        ))}
      </Stack>
    </section>
  );
}
