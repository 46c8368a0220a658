import type { AppCommand } from '#core/project/appCommand.ts';

export const commands: Readonly<Record<AppCommand, string>> = {
  'study.new': 'New study',
  'study.sample': 'Open the sample study',
  'study.open': 'Open study …',
  'study.save': 'Save study as …',
  'files.add': 'Add files …',
  'edit.undo': 'Undo',
  'edit.redo': 'Redo',
  'palette.open': 'Find a command …',
  'view.data': 'Show the Data view',
  'view.cycling': 'Show the Cycling view',
  'view.impedance': 'Show the Impedance view',
  'view.diffraction': 'Show the Diffraction view',
  'view.compare': 'Show the Compare view',
  'view.layer': 'Show the Layer view',
  'view.tree': 'Show or hide the study tree',
  'view.inspector': 'Show or hide the inspector',
  'view.colourScheme': 'Switch between light and dark',
  'figure.export': 'Export the figure …',
};
