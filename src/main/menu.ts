/** The menu: the usual roles, and the application's commands sent to the window. */
import type { MenuItemConstructorOptions } from 'electron';
import type { AppCommand } from '#core/project/appCommand.ts';
import { english } from './text/english.ts';

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  /** The developer's tools belong to development. */
  readonly isPackaged: boolean;
  readonly send: (command: AppCommand) => void;
}

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

const SHORTCUTS: Readonly<Partial<Record<AppCommand, string>>> = {
  'study.new': 'CommandOrControl+N',
  'files.add': 'CommandOrControl+O',
  'edit.undo': 'CommandOrControl+Z',
  'edit.redo': 'CommandOrControl+Shift+Z',
  'palette.open': 'CommandOrControl+K',
  'view.data': 'CommandOrControl+1',
  'view.cycling': 'CommandOrControl+2',
  'view.impedance': 'CommandOrControl+3',
  'view.diffraction': 'CommandOrControl+4',
  'view.compare': 'CommandOrControl+5',
  'view.layer': 'CommandOrControl+6',
  'view.tree': 'CommandOrControl+B',
  'view.inspector': 'CommandOrControl+I',
  'figure.export': 'CommandOrControl+E',
};

/**
 * The window answers these keys itself, because it alone knows whether a text field has the focus; the menu shows
 * them. macOS cannot show a shortcut without taking it, and there the click sends the command.
 */
function commandItem(command: AppCommand, { send }: MenuContext): Item {
  const accelerator = SHORTCUTS[command];
  return {
    id: command,
    label: english.commands[command],
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      send(command);
    },
  };
}

/** The menu as plain data: Menu.buildFromTemplate takes it. */
export function menuTemplate(context: MenuContext): Item[] {
  const command = (name: AppCommand) => commandItem(name, context);
  const isMac = context.platform === 'darwin';
  const file = [
    ...(['study.new', 'study.sample', 'study.open', 'study.save', 'files.add'] as const).map(command),
    SEPARATOR,
    command('figure.export'),
    SEPARATOR,
    { role: isMac ? 'close' : 'quit' } as const,
  ];
  const edit: Item[] = [
    ...(['edit.undo', 'edit.redo'] as const).map(command),
    SEPARATOR,
    ...(['cut', 'copy', 'paste', 'delete', 'selectAll'] as const).map((role) => ({ role })),
    SEPARATOR,
    command('palette.open'),
  ];
  const view: Item[] = [
    ...(
      [
        'view.data',
        'view.cycling',
        'view.impedance',
        'view.diffraction',
        'view.compare',
        'view.layer',
        'view.tree',
        'view.inspector',
        'view.colourScheme',
      ] as const
    ).map(command),
    SEPARATOR,
    ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((role) => ({ role })),
    ...(context.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: english.menus.file, submenu: file },
    { label: english.menus.edit, submenu: edit },
    { label: english.menus.view, submenu: view },
    { role: 'windowMenu', label: english.menus.window },
    { role: 'help', submenu: [{ role: 'about' }] },
  ];
}
