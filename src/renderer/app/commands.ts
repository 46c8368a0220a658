/** The commands of the window: one list for the palette, the keyboard and the menu of the host. */
import type { AppCommand } from '#core/project/appCommand.ts';
import { text } from '../text/text.ts';

export interface Command {
  readonly id: AppCommand;
  readonly label: string;
  /** As Mantine's hotkeys write it; `mod` is Ctrl or Cmd. */
  readonly hotkey: string | null;
  /** False when it would do nothing now. */
  readonly enabled: boolean;
  readonly run: () => void;
}

export type CommandActions = Readonly<Record<AppCommand, (() => void) | null>>;

const HOTKEYS: Readonly<Partial<Record<AppCommand, string>>> = {
  'study.new': 'mod+alt+N',
  'files.add': 'mod+O',
  'edit.undo': 'mod+Z',
  'edit.redo': 'mod+shift+Z',
  'palette.open': 'mod+K',
  'view.data': 'mod+1',
  'view.cycling': 'mod+2',
  'view.impedance': 'mod+3',
  'view.diffraction': 'mod+4',
  'view.compare': 'mod+5',
  'view.layer': 'mod+6',
  'view.tree': 'mod+B',
  'view.inspector': 'mod+I',
  'figure.export': 'mod+E',
};

export function commandList(actions: CommandActions): readonly Command[] {
  return (Object.keys(actions) as AppCommand[]).map((id) => ({
    id,
    label: text.commands[id],
    hotkey: HOTKEYS[id] ?? null,
    enabled: actions[id] !== null,
    run: () => actions[id]?.(),
  }));
}

/** The shortcut as it is printed on the keys. */
export function hotkeyWords(hotkey: string, mac: boolean): string {
  const words: Readonly<Record<string, string>> = mac
    ? { mod: '⌘', shift: '⇧', alt: '⌥' }
    : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };
  return hotkey
    .split('+')
    .map((key) => words[key] ?? key)
    .join(mac ? '' : '+');
}
