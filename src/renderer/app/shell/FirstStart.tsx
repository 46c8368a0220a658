/** The empty window: what this is for, and three ways to begin. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconFlask, IconPlus } from '@tabler/icons-react';
import { text } from '../../text/text.ts';

export interface FirstStartProps {
  readonly onNew: () => void;
  readonly onSample: () => void;
  readonly onFiles: () => void;
}

export function FirstStart({ onNew, onSample, onFiles }: FirstStartProps) {
  return (
    <Stack className="first-start" align="center" justify="center" gap="lg">
      <Stack gap={6} align="center">
        <Title order={2}>{text.app.welcome}</Title>
        <Text c="dimmed">{text.app.welcomeText}</Text>
      </Stack>
      <Group>
        <Button leftSection={<IconFlask size={17} />} onClick={onSample}>
          {text.app.openSample}
        </Button>
        <Button variant="default" leftSection={<IconPlus size={17} />} onClick={onNew}>
          {text.app.newStudy}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" maw={440} ta="center">
        {text.app.sampleHint}
      </Text>
      <button type="button" className="drop-zone drop-zone-large" onClick={onFiles}>
        <IconFileImport size={30} stroke={1.3} aria-hidden />
        <span>{text.app.dropHere}</span>
        <small>{text.app.dropHint}</small>
      </button>
    </Stack>
  );
}
