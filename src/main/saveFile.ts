/** Saves bytes where the user says. The window proposes a name, never a place. */
import { extname, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import { plainFileName } from './plainFileName.ts';
import { english } from './text/english.ts';
import { writeWhole } from './writeWhole.ts';

/** False when the user cancels. */
export async function saveFile(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<boolean> {
  const fileName = plainFileName(name);
  const extension = extname(fileName).slice(1);
  const own = { name: extension.toUpperCase(), extensions: [extension] };
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: english.dialogs.saveTitle,
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [...(extension === '' ? [] : [own]), { name: english.dialogs.allFiles, extensions: ['*'] }],
  });
  if (canceled || filePath === '') return false;
  await writeWhole(filePath, bytes);
  return true;
}
