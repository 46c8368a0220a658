/** Runs one task for every file on several worker threads; a file that fails never stops the others. */
import { availableParallelism } from 'node:os';
import { createNodePool } from '#jobs/nodePool.ts';
import type { NodeRequest, NodeResult, NodeTask } from '#jobs/nodeTasks.ts';

const MAX_THREADS = 8;

/** The results in the order of the requests. Rejects with an AbortError when the signal fires. */
export async function runFiles<T extends NodeTask>(
  task: T,
  requests: readonly NodeRequest<T>[],
  signal: AbortSignal,
): Promise<NodeResult<T>[]> {
  const size = Math.min(requests.length, availableParallelism(), MAX_THREADS);
  const pool = createNodePool({ worker: new URL('./worker.mjs', import.meta.url), size });
  try {
    return await Promise.all(requests.map((request) => pool.run(task, request, { signal })));
  } finally {
    await pool.close();
  }
}
