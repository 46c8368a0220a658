/** How wide the instrument's own lines are: without it no size is told. */
import { Group, NumberInput, Select, Stack } from '@mantine/core';
import { text } from '../../../text/text.ts';
import type { DiffractionSettings, UpdateSettings } from '../diffractionSettings.ts';
import type { InstrumentKnowledge } from './peakSettings.ts';

const words = text.diffractionPeaks.instrument;
const KINDS: readonly InstrumentKnowledge[] = ['unknown', 'standard', 'caglioti'];

export interface InstrumentFormProps {
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
}

type Field = keyof typeof words.fields;

const FIELDS = {
  unknown: [],
  standard: ['standardFwhm_deg', 'standardAngle_deg'],
  caglioti: ['cagliotiU_deg2', 'cagliotiV_deg2', 'cagliotiW_deg2'],
} as const satisfies Readonly<Record<InstrumentKnowledge, readonly Field[]>>;

/** V is negative for most instruments. */
const LEAST: Readonly<Record<Field, number>> = {
  standardFwhm_deg: 0.001,
  standardAngle_deg: 1,
  cagliotiU_deg2: -1,
  cagliotiV_deg2: -1,
  cagliotiW_deg2: -1,
};
const MOST: Readonly<Record<Field, number>> = {
  standardFwhm_deg: 2,
  standardAngle_deg: 179,
  cagliotiU_deg2: 1,
  cagliotiV_deg2: 1,
  cagliotiW_deg2: 1,
};

function NumberField({ field, settings, update }: InstrumentFormProps & { readonly field: Field }) {
  return (
    <NumberInput
      size="xs"
      hideControls
      label={words.fields[field]}
      min={LEAST[field]}
      max={MOST[field]}
      clampBehavior="blur"
      value={settings[field]}
      onChange={(value) => {
        if (typeof value === 'number' && value >= LEAST[field] && value <= MOST[field])
          update({ [field]: value });
      }}
    />
  );
}

export function InstrumentForm(props: InstrumentFormProps) {
  const { settings, update } = props;
  const fields = FIELDS[settings.instrument];
  return (
    <Stack gap={6}>
      <Select
        size="xs"
        label={words.title}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={settings.instrument}
        onChange={(instrument) => {
          if (instrument !== null) update({ instrument });
        }}
      />
      {fields.length > 0 && (
        <Group gap={6} grow wrap="nowrap">
          {fields.map((field) => (
            <NumberField key={field} field={field} {...props} />
          ))}
        </Group>
      )}
      <p className="form-hint">{words.hints[settings.instrument]}</p>
    </Stack>
  );
}
