/** Answers to the window's requests, one function each, and the check that it is the window that asks. */
import { readFile, stat } from 'node:fs/promises';
import type { BrowserWindow, IpcMain, WebContents } from 'electron';
import { dialog } from 'electron';
import { FORMATS } from '#core/import/formats.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';
import { ADOPT_PATHS } from '#ipc/contract.ts';
import type { AdoptPaths, Events, HostFile, Requests } from '#ipc/contract.ts';
import { checkArguments } from './checkArguments.ts';
import type { ColumnShelf } from './columnShelf.ts';
import { shelveOutcome } from './columnShelf.ts';
import type { FileTable } from './fileTable.ts';
import type { ImportService } from './importService.ts';
import { isOwnPage } from './isOwnPage.ts';
import { listFiles } from './listFiles.ts';
import type { OpenedFiles } from './openedFiles.ts';
import type { PrintPages } from './printPages.ts';
import { printSvg } from './printSvg.ts';
import { saveFile } from './saveFile.ts';
import { english } from './text/english.ts';

export interface HandlerContext {
  readonly window: () => BrowserWindow;
  readonly files: FileTable;
  readonly opened: OpenedFiles;
  readonly imports: ImportService;
  readonly shelf: ColumnShelf;
  readonly printPages: PrintPages;
  readonly sampleStudyFolder: string;
}

type Handler<F> = F extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
type Handlers = { readonly [N in keyof Requests]: Handler<Requests[N]> } & {
  readonly [ADOPT_PATHS]: AdoptPaths;
};

const LARGEST_TEXT_BYTES = 16 * 1024 * 1024;

export function sendToWindow<N extends keyof Events>(
  contents: WebContents,
  event: N,
  payload: Events[N],
): void {
  if (!contents.isDestroyed()) contents.send(event, payload);
}

async function adopt(files: FileTable, paths: readonly string[]): Promise<readonly HostFile[]> {
  return (await listFiles(paths)).map((file) => files.add(file));
}

async function pickPaths(window: BrowserWindow): Promise<readonly string[]> {
  const extensions = FORMATS.flatMap((format) => format.extensions.map((dotted) => dotted.replace('.', '')));
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: english.dialogs.openTitle,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: english.dialogs.allFiles, extensions: ['*'] },
      { name: english.dialogs.measurements, extensions: [...new Set([...extensions, 'amalgam'])] },
    ],
  });
  return canceled ? [] : filePaths;
}

async function readSmallText(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > LARGEST_TEXT_BYTES) throw new Error('The file is too large to be read as one text.');
  return readFile(path, 'utf8');
}

async function readRange(path: string, start: number, end: number): Promise<Uint8Array> {
  const opened = await openFileSource(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  try {
    return await opened.source.read(start, Math.min(end, opened.source.size));
  } finally {
    await opened.source.close();
  }
}

export function createHandlers(context: HandlerContext): Handlers {
  const { files, imports, shelf, opened, printPages, window } = context;
  return {
    pickFiles: async () => adopt(files, await pickPaths(window())),
    sampleStudyFiles: () => adopt(files, [context.sampleStudyFolder]),
    takeOpenedFiles: () => opened.take(),
    async importFile(run, handle) {
      const { webContents } = window();
      const outcome = await imports.importFile({
        run,
        path: files.path(handle),
        onProgress: (progress) => {
          sendToWindow(webContents, 'importProgress', { run, ...progress });
        },
      });
      return shelveOutcome({ put: (values) => shelf.put(run, values) }, outcome);
    },
    cancelImport: (run) => {
      imports.cancel(run);
      shelf.release(run);
    },
    readText: (handle) => readSmallText(files.path(handle)),
    readRange: (handle, start, end) => readRange(files.path(handle), start, end),
    saveFile: (name, bytes) => saveFile(window(), name, bytes),
    pdfOfSvg: (svg, paper) => printSvg(printPages, svg, paper),
    editText(action) {
      const { webContents } = window();
      if (action === 'undo') webContents.undo();
      else webContents.redo();
    },
    [ADOPT_PATHS]: (paths) => adopt(files, paths),
  };
}

/** Registers every handler behind the check of its sender. */
export function registerHandlers(ipcMain: IpcMain, handlers: Handlers): void {
  for (const [name, handler] of Object.entries(handlers) as [keyof Handlers, unknown][]) {
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isOwnPage(event.senderFrame)) throw new Error(`A foreign page asked for ${name}.`);
      checkArguments(name, args);
      return (handler as (...received: unknown[]) => unknown)(...args);
    });
  }
}
