/** The study itself: name, question, groups with their colours. */
import { Button, ColorInput, Group, TextInput } from '@mantine/core';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { GROUP_PALETTE } from '#core/project/groupPalette.ts';
import type { Group as CellGroup } from '#core/project/study.ts';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/useChange.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import {
  newGroup,
  removeGroup,
  removeStudy,
  updateGroup,
  updateStudy,
} from '../../../store/changes/studyChanges.ts';
import { text } from '../../../text/text.ts';
import { GrowingTextarea } from '../../../components/GrowingTextarea.tsx';

const words = text.receipt.study;

function GroupRow({ group }: { readonly group: CellGroup }) {
  const { contents } = useSession();
  const change = useChange();
  return (
    <Group gap={6} wrap="nowrap">
      <ColorInput
        size="xs"
        w={112}
        format="hex"
        swatches={[...GROUP_PALETTE]}
        swatchesPerRow={8}
        defaultValue={group.colour}
        key={group.colour}
        aria-label={words.colourOf(group.name)}
        onChangeEnd={(colour) => {
          if (/^#[0-9a-f]{6}$/i.test(colour) && colour !== group.colour) {
            void change(updateGroup(contents.study, group.id, { colour }));
          }
        }}
      />
      <TextInput
        size="xs"
        flex={1}
        defaultValue={group.name}
        key={`name ${group.name}`}
        aria-label={words.nameOf(group.name)}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (name !== '' && name !== group.name)
            void change(updateGroup(contents.study, group.id, { name }));
        }}
      />
      <IconButton
        icon={IconX}
        label={words.removeGroup(group.name)}
        onClick={() => void change(removeGroup(contents, group.id))}
      />
    </Group>
  );
}

function Groups() {
  const { contents } = useSession();
  const change = useChange();
  const { study } = contents;
  const add = () => {
    const groups = [...study.groups, newGroup(words.newGroup, study.groups)];
    void change(updateStudy(study, { groups }, text.changes.addGroup(words.newGroup)));
  };
  return (
    <>
      <h4>{words.groups}</h4>
      {study.groups.map((group) => (
        <GroupRow key={group.id} group={group} />
      ))}
      <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={add}>
        {words.addGroup}
      </Button>
    </>
  );
}

export function StudyPanel() {
  const { contents } = useSession();
  const change = useChange();
  const { study } = contents;
  const rename = (patch: Partial<typeof study>) => {
    void change(updateStudy(study, patch, text.changes.renameStudy));
  };
  return (
    <section className="inspector-section" key={study.id}>
      <TextInput
        size="xs"
        label={words.name}
        defaultValue={study.name}
        key={study.name}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (name !== '' && name !== study.name) rename({ name });
        }}
      />
      <GrowingTextarea
        size="xs"
        label={words.question}
        rows={2}
        defaultValue={study.question}
        key={`question ${study.question}`}
        onBlur={(event) => {
          const question = event.currentTarget.value.trim();
          if (question !== study.question) rename({ question });
        }}
      />
      <Groups />
      <Button
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={14} />}
        title={words.removeHint}
        onClick={() => void change(removeStudy(contents))}
      >
        {words.remove}
      </Button>
    </section>
  );
}
