/** Reads files in the worker threads of main. */
import { availableParallelism } from 'node:os';
import { createNodePool } from '#jobs/nodePool.ts';
import type { ReadInWorker } from './importService.ts';

/** Two at least, so that a large file does not hold up the small ones behind it. */
const THREADS = Math.min(4, Math.max(2, availableParallelism() - 1));

/** Threads start with the first file. `worker` is the built src/jobs/nodeWorker.ts. */
export function createReadInWorker(worker: URL): ReadInWorker {
  const pool = createNodePool({ worker, size: THREADS, cores: availableParallelism() });
  return (path, options) => pool.run('import', { path }, options);
}
