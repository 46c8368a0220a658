/** Runs one task for every file on several worker threads; a file that fails never stops the others. */
import { availableParallelism } from 'node:os';
import type { Problem } from '#core/problem.ts';
import { createNodePool } from '#jobs/nodePool.ts';
import type { NodeRequest, NodeResult, NodeTask } from '#jobs/nodeTasks.ts';
import { createProgressLine } from './progressLine.ts';
import type { Terminal } from './terminal.ts';

const MAX_THREADS = 8;

export interface RunFilesOptions<T extends NodeTask> {
  /** Where progress is shown, if anywhere. */
  readonly status?: Terminal['status'];
  /** The answer for a file whose worker failed or died; without it the whole run rejects. */
  readonly failed?: (request: NodeRequest<T>, problem: Problem) => NodeResult<T>;
  /** Called for each result as it comes. */
  readonly onResult?: (result: NodeResult<T>, index: number) => void;
  /** Built nodeWorker.ts. */
  readonly worker?: URL;
}

/** The results in the order of the requests. Rejects with an AbortError when the signal fires. */
export async function runFiles<T extends NodeTask>(
  task: T,
  requests: readonly NodeRequest<T>[],
  signal: AbortSignal,
  options: RunFilesOptions<T> = {},
): Promise<NodeResult<T>[]> {
  const { status, failed, onResult, worker = new URL('./worker.mjs', import.meta.url) } = options;
  const cores = availableParallelism();
  const pool = createNodePool({ worker, size: Math.min(requests.length, cores, MAX_THREADS), cores });
  const line = createProgressLine(requests.length, status);
  const runOne = async (request: NodeRequest<T>, index: number) => {
    try {
      const result = await pool.run(task, request, { signal, onProgress: line.reporterOf(index) });
      onResult?.(result, index);
      return result;
    } catch (error) {
      if (signal.aborted || !failed) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      return failed(request, { code: 'worker-failed', reason });
    } finally {
      line.done(index);
    }
  };
  try {
    return await Promise.all(requests.map(runOne));
  } finally {
    line.erase();
    await pool.close();
  }
}
