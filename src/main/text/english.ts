/** The English words of what the main process shows itself: the menu and the host's dialogs. */
import type { AppCommand } from '#core/project/appCommand.ts';

const commands: Readonly<Record<AppCommand, string>> = {
  'study.new': 'New Study',
  'study.sample': 'Open the Sample Study',
  'study.open': 'Open Study…',
  'study.save': 'Save Study As…',
  'files.add': 'Add Files…',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'palette.open': 'Command Palette…',
  'view.data': 'Data',
  'view.cycling': 'Cycling',
  'view.impedance': 'Impedance',
  'view.diffraction': 'Diffraction',
  'view.compare': 'Compare',
  'view.layer': 'Layer',
  'view.tree': 'Study Tree',
  'view.inspector': 'Inspector',
  'view.colourScheme': 'Light or Dark',
  'figure.export': 'Export Figure…',
};

export const english = {
  commands,
  menus: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  dialogs: {
    openTitle: 'Add files to the study',
    measurements: 'Measurements and studies',
    allFiles: 'All files',
    saveTitle: 'Save',
  },
} as const;
