/** The adapter for Electron: everything goes over the typed bridge that the preload offers. */
import { valuesOfBytes } from '#core/columnValues.ts';
import type { Column, Dataset } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import { BRIDGE, COLUMN_PATH } from '#ipc/contract.ts';
import type { HostBridge, ShelvedColumn, ShelvedDataset } from '#ipc/contract.ts';
import type { ImportCallbacks, PickedFile, Platform } from './platform.ts';

/** The preload's bridge, or undefined in a plain browser. */
export function electronBridge(): HostBridge | undefined {
  return Reflect.get(globalThis, BRIDGE) as HostBridge | undefined;
}

function abortError(): DOMException {
  return new DOMException('The import was cancelled.', 'AbortError');
}

async function fetchColumn(
  { shelf, valueKind, ...column }: ShelvedColumn,
  signal: AbortSignal,
): Promise<Column> {
  const response = await fetch(`${COLUMN_PATH}${shelf}`, { signal });
  if (!response.ok) throw new Error(`The column ${column.name} is no longer there.`);
  return { ...column, values: valuesOfBytes(valueKind, await response.arrayBuffer()) };
}

/** One column after the other: main lets each go once it is fetched, so no more than one is held twice. */
async function fetchDataset(dataset: ShelvedDataset, signal: AbortSignal): Promise<Dataset> {
  const columns: Column[] = [];
  for (const column of dataset.columns) columns.push(await fetchColumn(column, signal));
  return { ...dataset, columns };
}

async function importThrough(bridge: HostBridge, run: string, file: PickedFile, signal: AbortSignal) {
  const outcome = await bridge.importFile(run, file.handle);
  if (!outcome.ok) return outcome;
  const datasets: Dataset[] = [];
  for (const dataset of outcome.datasets) datasets.push(await fetchDataset(dataset, signal));
  return { ...outcome, datasets };
}

/** The window is told at once: until main has ended a worker, a busy machine can take more than a second. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(abortError());
      },
      { once: true },
    );
  });
  return Promise.race([work, aborted]);
}

async function importFile(
  bridge: HostBridge,
  file: PickedFile,
  { signal, onProgress }: ImportCallbacks,
): Promise<ImportOutcome> {
  if (signal.aborted) throw abortError();
  const run = crypto.randomUUID();
  const forget = bridge.on('importProgress', (progress) => {
    if (progress.run === run) onProgress(progress);
  });
  // Also lets go the columns of a finished import that the window has not fetched.
  const cancel = () => void bridge.cancelImport(run);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await unlessAborted(importThrough(bridge, run, file, signal), signal);
  } catch (error) {
    cancel();
    throw isAborted(signal) ? abortError() : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    forget();
  }
}

/** Asked anew after a pause, when the signal may have fired meanwhile. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function isTextField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** What undo and redo in the menu mean while a text field has the focus; null for every other command. */
function typingAction(command: string): 'undo' | 'redo' | null {
  if (!isTextField(document.activeElement)) return null;
  if (command === 'edit.undo') return 'undo';
  return command === 'edit.redo' ? 'redo' : null;
}

export function createElectronPlatform(bridge: HostBridge): Platform {
  return {
    host: 'electron',
    pickFiles: () => bridge.pickFiles(),
    filesOfDrop: (transfer) => bridge.filesOfDrop([...transfer.files]),
    onFilesOpened(listener) {
      const take = async () => {
        const files = await bridge.takeOpenedFiles();
        if (files.length > 0) listener(files);
      };
      void take();
      return bridge.on('filesOpened', () => void take());
    },
    importFile: (file, callbacks) => importFile(bridge, file, callbacks),
    sampleStudyFiles: () => bridge.sampleStudyFiles(),
    openSource: ({ name, size, handle }) =>
      Promise.resolve({
        name,
        size,
        read: (start, end) => bridge.readRange(handle, start, end),
        sizeNow: () => Promise.resolve(size),
      }),
    readText: (file) => bridge.readText(file.handle),
    saveFile: (name, bytes) => bridge.saveFile(name, bytes),
    pdfOfSvg: (svg, paper) => bridge.pdfOfSvg(svg, paper),
    onMenuCommand: (listener) =>
      bridge.on('menuCommand', (command) => {
        const action = typingAction(command);
        if (action === null) listener(command);
        else void bridge.editText(action);
      }),
  };
}
