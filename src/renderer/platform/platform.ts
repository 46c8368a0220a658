/** Everything the application wants from its host. Two adapters: electron.ts and browser.ts; no other host check. */
import type { ByteSource } from '#core/import/byteSource.ts';
import type { ImportOutcome, ImportProgress } from '#core/import/importFile.ts';

/** A file the user handed over. The renderer never sees a path: in Electron `handle` names it in main's own table. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly handle: string;
}

export interface ImportCallbacks {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export type PaperSize = {
  readonly width_mm: number;
  readonly height_mm: number;
  /** ISO time the file may name as that of its making, so that the same study gives the same bytes. */
  readonly createdAt?: string;
};

export interface Platform {
  readonly host: 'electron' | 'browser';
  /** Opens the host's file dialog; an empty list when the user cancels. */
  pickFiles(): Promise<readonly PickedFile[]>;
  /** The files of a drop event; folders are listed recursively. */
  filesOfDrop(transfer: DataTransfer): Promise<readonly PickedFile[]>;
  /** Files that arrive otherwise: the command line, a file association, a second start. */
  onFilesOpened(listener: (files: readonly PickedFile[]) => void): () => void;
  /** Reads one file in a worker of the host. Rejects with an AbortError when the signal fires. */
  importFile(file: PickedFile, callbacks: ImportCallbacks): Promise<ImportOutcome>;
  /** Files of the sample study by relative path, ready for importFile; `study.json` among them. */
  sampleStudyFiles(): Promise<readonly PickedFile[]>;
  /** The file's bytes by ranges, for a study file. */
  openSource(file: PickedFile): Promise<ByteSource>;
  readText(file: PickedFile): Promise<string>;
  /** Saves bytes under a name the user may change; false when the user cancels. */
  saveFile(suggestedName: string, bytes: Uint8Array, mimeType: string): Promise<boolean>;
  /** A vector PDF of an SVG at the exact paper size, fonts embedded. */
  pdfOfSvg(svg: string, paper: PaperSize): Promise<Uint8Array>;
  /** Menu commands of the host, by the identifier of the application's command. */
  onMenuCommand(listener: (command: string) => void): () => void;
}
