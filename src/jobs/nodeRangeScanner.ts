/** Lets a worker that imports a large text file share its table with further workers. */
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import type { TableScanner } from '#core/import/text/tableLayout.ts';
import { createNodePool, type NodePool } from '#jobs/nodePool.ts';

export interface RangeScanner {
  /** Scans tables of the file of that path. */
  readonly scannerOf: (path: string) => TableScanner;
  /** SHA-256 of the file of that path, in a worker of its own. */
  readonly digestOf: (path: string, signal: AbortSignal | undefined) => Promise<string>;
  /** Ends the further workers. */
  readonly close: () => Promise<void>;
}

/** `worker` is the built nodeWorker.ts; its threads start with the first range. */
export function createRangeScanner(worker: URL, workers: number): RangeScanner {
  let pool: NodePool | undefined;
  // One more for the hash.
  const started = (): NodePool => (pool ??= createNodePool({ worker, size: workers + 1 }));
  const rangeScanner =
    (path: string): TableScanner =>
    async (_source, layout, { signal, onBytes, spare = [] }) => {
      const options = {
        ...(signal && { signal }),
        transfer: spare,
        onProgress: ({ bytesDone }: { readonly bytesDone: number }) => {
          onBytes(bytesDone);
        },
      };
      try {
        return await started().run('scan', { path, layout, spare }, options);
      } catch (error) {
        if (!signal?.aborted) throw error;
        return { ok: false, problem: { code: 'cancelled' } };
      }
    };
  return {
    scannerOf: (path) => createParallelScanner(rangeScanner(path), workers),
    digestOf: (path, signal) => started().run('hash', { path }, { ...(signal && { signal }) }),
    close: async () => pool?.close(),
  };
}
