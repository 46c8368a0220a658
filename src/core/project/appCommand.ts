/**
 * What the menu of a host and the command palette can ask of the window. The identifiers cross from the main process
 * to the renderer; the window's wording and shortcuts live with the renderer.
 */
export const APP_COMMANDS = [
  'study.new',
  'study.sample',
  'study.open',
  'study.save',
  'files.add',
  'edit.undo',
  'edit.redo',
  'palette.open',
  'view.data',
  'view.cycling',
  'view.impedance',
  'view.diffraction',
  'view.compare',
  'view.layer',
  'view.tree',
  'view.inspector',
  'view.colourScheme',
  'figure.export',
] as const;

export type AppCommand = (typeof APP_COMMANDS)[number];

export function isAppCommand(text: string): text is AppCommand {
  return APP_COMMANDS.some((command) => command === text);
}
