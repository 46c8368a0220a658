/** What the window and its import worker, and that worker and its scan workers, say to each other. */
import type { VoltageTrace } from '#core/cycling/voltageTrace.ts';
import type { ImportOutcome, ImportProgress } from '#core/import/importFile.ts';
import type { ScanOutcome, TableLayout } from '#core/import/text/tableLayout.ts';

/** To the import worker: one file, then silence until its outcome. */
export interface ImportRequest {
  readonly file: File;
}

export type ImportReply =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  /** `traces`: one a dataset, where its voltage is drawn against time. */
  | {
      readonly kind: 'outcome';
      readonly outcome: ImportOutcome;
      readonly traces: readonly (VoltageTrace | null)[];
    }
  | { readonly kind: 'crashed'; readonly message: string };

/** To a scan worker: one range of the file, then silence until its outcome. */
export interface ScanRequest {
  readonly file: File;
  readonly layout: TableLayout;
  /** Buffers of joined ranges, handed over to be filled again. */
  readonly spare: readonly ArrayBuffer[];
}

export type ScanReply =
  | { readonly kind: 'bytes'; readonly bytesDone: number }
  | { readonly kind: 'outcome'; readonly outcome: ScanOutcome }
  | { readonly kind: 'crashed'; readonly message: string };

/** To the hash worker: one file. */
export interface HashRequest {
  readonly file: File;
}

export type HashReply =
  | { readonly kind: 'digest'; readonly sha256: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };
