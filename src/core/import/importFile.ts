/** From a file to datasets with a receipt, or to a problem. The same function runs in every host's worker. */
import type { Dataset } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { TableScanner } from '#core/import/text/tableLayout.ts';
import type { Problem } from '#core/problem.ts';

export interface ImportProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

/** An incremental SHA-256; the host brings one (node:crypto, WebAssembly). */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal digest. */
  digest(): string;
}

export interface ImportOptions {
  readonly createHasher: () => Hasher;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Replaces the built-in single-threaded scanner. */
  readonly scanTable?: TableScanner;
}

export type ImportOutcome =
  | { readonly ok: true; readonly receipt: Receipt; readonly datasets: readonly Dataset[] }
  | {
      readonly ok: false;
      readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string | null };
      readonly format: string | null;
      readonly problem: Problem;
    };

export type ImportFile = (source: ByteSource, options: ImportOptions) => Promise<ImportOutcome>;
