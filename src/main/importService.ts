/** Reads files in worker threads for the window: one run a file, each of which can be cancelled by its name. */
import type { ImportOutcome, ImportProgress } from '#core/import/importFile.ts';

/** Reads one file in a worker; rejects with an AbortError, its worker ended, when the signal fires. */
export type ReadInWorker = (
  path: string,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void },
) => Promise<ImportOutcome>;

export interface ImportRun {
  readonly run: string;
  readonly path: string;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportService {
  importFile(request: ImportRun): Promise<ImportOutcome>;
  cancel(run: string): void;
  cancelAll(): void;
}

export function createImportService(readInWorker: ReadInWorker): ImportService {
  const running = new Map<string, AbortController>();
  const cancel = (run: string) => {
    running.get(run)?.abort();
  };
  return {
    async importFile({ run, path, onProgress }) {
      if (running.has(run)) throw new Error(`The import ${run} is already running.`);
      const controller = new AbortController();
      running.set(run, controller);
      try {
        return await readInWorker(path, { signal: controller.signal, onProgress });
      } finally {
        running.delete(run);
      }
    },
    cancel,
    cancelAll: () => {
      [...running.keys()].forEach(cancel);
    },
  };
}
