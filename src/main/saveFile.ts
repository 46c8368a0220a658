/** Saves bytes where the user says. The window proposes a name, never a place. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import { plainFileName } from './plainFileName.ts';
import { english } from './text/english.ts';

/** Written beside its place and moved there, so that a file of that name is never left half overwritten. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

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
