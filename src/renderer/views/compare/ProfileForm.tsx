/** Which cell of each group is drawn beside those of the other groups. */
import { Select, Stack, Title } from '@mantine/core';
import { text } from '../../text/text.ts';
import { ALL_CELLS, type ProfileGroup } from './profileCells.ts';

const words = text.compare.profiles;

export interface ProfileFormProps {
  readonly groups: readonly ProfileGroup[];
  readonly onChoose: (groupId: string, chosen: string) => void;
}

export function ProfileForm({ groups, onChoose }: ProfileFormProps) {
  return (
    <Stack gap={6}>
      <Title order={6}>{words.title}</Title>
      {groups.map(({ group, candidates, chosen }) => (
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
            if (value !== null) onChoose(group.id, value);
          }}
        />
      ))}
      <p className="form-hint">{words.hint}</p>
    </Stack>
  );
}
