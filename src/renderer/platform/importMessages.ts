/** What the window and its import worker say to each other. */
import type { ImportOutcome, ImportProgress } from '#core/import/importFile.ts';

/** To the worker: one file, then silence until its outcome. */
export interface ImportRequest {
  readonly file: File;
}

export type ImportReply =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'outcome'; readonly outcome: ImportOutcome }
  | { readonly kind: 'crashed'; readonly message: string };
