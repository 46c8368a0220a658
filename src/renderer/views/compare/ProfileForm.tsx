/** What is drawn side by side: of each group which cell, of its run all or one half cycle, and on which scale. */
import { Checkbox, NumberInput, Select, Stack, Title } from '@mantine/core';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { text } from '../../text/text.ts';
import type { CompareSettings, UpdateSettings } from './compareSettings.ts';
import { ALL_CELLS } from './profileCells.ts';
import type { Profiles } from './useProfiles.ts';

const words = text.compare.profiles;

export interface ProfileFormProps {
  readonly settings: CompareSettings;
  readonly update: UpdateSettings;
  readonly profiles: Profiles;
}

function CellChoice({ groups, choose }: Pick<Profiles, 'groups' | 'choose'>) {
  return groups.map(({ group, candidates, chosen }) => (
    <Select
      key={group.id}
      size="xs"
      label={group.name}
      allowDeselect={false}
      data={[
        ...candidates.map(({ id, name }) => ({ value: id, label: name })),
        ...(candidates.length > 1 ? [{ value: ALL_CELLS, label: words.all(candidates.length) }] : []),
      ]}
      value={chosen}
      onChange={(value) => {
        if (value !== null) choose(group.id, value);
      }}
    />
  ));
}

function PartChoice({ settings, update, profiles }: ProfileFormProps) {
  return (
    <Stack gap={6}>
      <SegmentedChoice
        label={words.part}
        names={words.parts}
        fullWidth
        value={settings.profile}
        onChange={(profile) => {
          update({ profile });
        }}
      />
      {settings.profile === 'halfCycle' && (
        <NumberInput
          size="xs"
          label={words.halfCycle}
          description={words.halfCycleHint}
          error={profiles.lacks.length === 0 ? null : profiles.lacks.join('; ')}
          min={1}
          max={100_000}
          allowDecimal={false}
          clampBehavior="blur"
          value={settings.profileHalfCycle}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) update({ profileHalfCycle: Math.round(value) });
          }}
        />
      )}
      <Checkbox
        size="xs"
        label={words.sharesVoltage}
        checked={settings.sharesVoltage}
        onChange={({ currentTarget }) => {
          update({ sharesVoltage: currentTarget.checked });
        }}
      />
    </Stack>
  );
}

export function ProfileForm(props: ProfileFormProps) {
  const { groups, choose } = props.profiles;
  return (
    <Stack gap={6}>
      <Title order={6}>{words.title}</Title>
      <PartChoice {...props} />
      <CellChoice groups={groups} choose={choose} />
      <p className="form-hint">{words.hint}</p>
    </Stack>
  );
}
