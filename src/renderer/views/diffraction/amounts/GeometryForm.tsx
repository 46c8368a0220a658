/** Whether the sample is a powder, or a film on a substrate and how thick. */
import { Input, NumberInput, Stack } from '@mantine/core';
import { SegmentedChoice } from '../../../components/SegmentedChoice.tsx';
import { text } from '../../../text/text.ts';
import { SubstrateSelect } from '../SubstrateSelect.tsx';
import type { DiffractionSettings, UpdateSettings } from '../diffractionSettings.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';

const words = text.diffractionAmounts;
const [THINNEST_UM, THICKEST_UM] = [0.001, 10_000];

export interface GeometryFormProps {
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly library: PhaseLibrary;
}

function LayerForm({ settings, update, library }: GeometryFormProps) {
  const crystals = library.phases.filter(({ kind }) => kind === 'crystal').map(({ id }) => id);
  return (
    <>
      <SubstrateSelect crystals={crystals} settings={settings} update={update} />
      <NumberInput
        size="xs"
        label={words.thickness}
        placeholder={words.thicknessUnknown}
        suffix=" µm"
        min={THINNEST_UM}
        max={THICKEST_UM}
        clampBehavior="blur"
        value={settings.filmThickness_um ?? ''}
        onChange={(value) => {
          if (value === '') update({ filmThickness_um: null });
          else if (typeof value === 'number' && value >= THINNEST_UM && value <= THICKEST_UM)
            update({ filmThickness_um: value });
        }}
      />
    </>
  );
}

export function GeometryForm(props: GeometryFormProps) {
  const { settings, update } = props;
  return (
    <Stack gap={6}>
      <Input.Wrapper size="xs" label={words.sample}>
        <SegmentedChoice
          label={words.sample}
          names={words.samples}
          value={settings.sample}
          onChange={(sample) => {
            update({ sample });
          }}
          fullWidth
        />
      </Input.Wrapper>
      {settings.sample === 'layer' && <LayerForm {...props} />}
    </Stack>
  );
}
