/** Lets a worker that imports a large text file share its table with further workers. */
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import type { TableScanner } from '#core/import/text/tableLayout.ts';
import { createNodePool, type NodePool } from '#jobs/nodePool.ts';

export interface RangeScanner {
  /** Scans tables of the file of that path. */
  readonly scannerOf: (path: string) => TableScanner;
  /** Ends the further workers. */
  readonly close: () => Promise<void>;
}

/** `worker` is the built nodeWorker.ts; its threads start with the first range. */
export function createRangeScanner(worker: URL, workers: number): RangeScanner {
  let pool: NodePool | undefined;
  const rangeScanner =
    (path: string): TableScanner =>
    async (_source, layout, { signal, onBytes, spare = [] }) => {
      pool ??= createNodePool({ worker, size: workers });
      const options = {
        ...(signal && { signal }),
        transfer: spare,
        onProgress: ({ bytesDone }: { readonly bytesDone: number }) => {
          onBytes(bytesDone);
        },
      };
      try {
        return await pool.run('scan', { path, layout, spare }, options);
      } catch (error) {
        if (!signal?.aborted) throw error;
        return { ok: false, problem: { code: 'cancelled' } };
      }
    };
  return {
    scannerOf: (path) => createParallelScanner(rangeScanner(path), workers),
    close: async () => pool?.close(),
  };
}
