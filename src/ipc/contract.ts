/**
 * The typed bridge between the window and the main process: types and channel names, nothing else. A request is three
 * places: its line in `Requests`, its name in `REQUESTS` and its handler in src/main/handlers.ts; the compiler names
 * the two that were forgotten. The preload loops over the names.
 */
import type { ValueKind } from '#core/columnValues.ts';
import type { Column, Dataset } from '#core/dataset.ts';
import type { ImportOutcome, ImportProgress } from '#core/import/importFile.ts';
import type { AppCommand } from '#core/project/appCommand.ts';

/** A file main knows the path of. The window knows only the handle. */
export interface HostFile {
  readonly name: string;
  readonly size: number;
  readonly handle: string;
}

export interface Paper {
  readonly width_mm: number;
  readonly height_mm: number;
  /** ISO date of the content; the file's dates. */
  readonly createdAt?: string;
}

/** A column whose values wait in the main process, to be fetched once from COLUMN_PATH + shelf. */
export type ShelvedColumn = Omit<Column, 'values'> & {
  readonly shelf: string;
  readonly valueKind: ValueKind;
};
export type ShelvedDataset = Omit<Dataset, 'columns'> & { readonly columns: readonly ShelvedColumn[] };
export type ShelvedOutcome =
  | (Omit<Extract<ImportOutcome, { ok: true }>, 'datasets'> & {
      readonly datasets: readonly ShelvedDataset[];
    })
  | Extract<ImportOutcome, { ok: false }>;

/** What the window may ask of main. Arguments and results are structured-cloneable. */
export interface Requests {
  pickFiles(): readonly HostFile[];
  sampleStudyFiles(): readonly HostFile[];
  /** Files that came by the command line, an association or a second start, and that no window has taken yet. */
  takeOpenedFiles(): readonly HostFile[];
  /** `run` is chosen by the window; progress and cancellation name it. */
  importFile(run: string, handle: string): ShelvedOutcome;
  cancelImport(run: string): void;
  readText(handle: string): string;
  /** Bytes [start, end) of a file, fewer at its end. */
  readRange(handle: string, start: number, end: number): Uint8Array;
  /** False when the user cancels the dialog. */
  saveFile(suggestedName: string, bytes: Uint8Array): boolean;
  pdfOfSvg(svg: string, paper: Paper): Uint8Array;
  /** Undo or redo inside the text field that has the focus. */
  editText(action: 'undo' | 'redo'): void;
}

export const REQUESTS: Readonly<Record<keyof Requests, true>> = {
  pickFiles: true,
  sampleStudyFiles: true,
  takeOpenedFiles: true,
  importFile: true,
  cancelImport: true,
  readText: true,
  readRange: true,
  saveFile: true,
  pdfOfSvg: true,
  editText: true,
};

/** What main tells the window unasked. */
export interface Events {
  importProgress: ImportProgress & { readonly run: string };
  /** Files were opened from outside; takeOpenedFiles has them. */
  filesOpened: null;
  menuCommand: AppCommand;
}

export const EVENTS: Readonly<Record<keyof Events, true>> = {
  importProgress: true,
  filesOpened: true,
  menuCommand: true,
};

/**
 * Not offered to the page: only the preload sends it, with the paths that Electron itself gives for dropped files.
 * Folders are listed recursively.
 */
export const ADOPT_PATHS = 'adoptPaths';
export type AdoptPaths = (paths: readonly string[]) => Promise<readonly HostFile[]>;

type Asynchronous<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;

/** What the page finds under the name BRIDGE. */
export type HostBridge = { readonly [N in keyof Requests]: Asynchronous<Requests[N]> } & {
  readonly on: <N extends keyof Events>(event: N, listener: (payload: Events[N]) => void) => () => void;
  readonly filesOfDrop: (files: readonly File[]) => Promise<readonly HostFile[]>;
};

export const BRIDGE = 'amalgamHost';

/** Origin of the window's page, and the path below it under which shelved columns are fetched. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'amalgam';
export const COLUMN_PATH = '/column/';
