/** Every command by name. */
import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import { hotkeyWords, type Command } from '../commands.ts';
import { isMac } from '../keyboard.ts';

export function CommandPalette({ commands }: { readonly commands: readonly Command[] }) {
  const actions = commands
    .filter(({ id, enabled }) => enabled && id !== 'palette.open')
    .map(({ id, label, hotkey, run }) => ({
      id,
      label,
      onClick: run,
      rightSection: hotkey === null ? null : <Kbd size="xs">{hotkeyWords(hotkey, isMac())}</Kbd>,
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K', 'mod + P']}
      tagsToIgnore={[]}
      nothingFound={text.app.nothingFound}
      highlightQuery
      overlayProps={{ blur: 0, backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 80 }}
      searchProps={{
        leftSection: <IconSearch size={16} stroke={1.6} />,
        placeholder: text.app.palettePlaceholder,
        'aria-label': text.app.palettePlaceholder,
      }}
    />
  );
}
