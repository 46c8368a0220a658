/**
 * A few worker threads that take tasks in turn, one at a time each. A cancelled task is asked to stop and clean up; a
 * worker that does not answer within STOP_MS is ended. Either way the promise rejects with an AbortError.
 */
import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '#core/import/importFile.ts';
import type { FromNodeWorker, ToNodeWorker } from '#jobs/nodeMessages.ts';
import type { NodeRequest, NodeResult, NodeTask } from '#jobs/nodeTasks.ts';

const STOP_MS = 800;

export interface PoolRunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface NodePool {
  run<T extends NodeTask>(task: T, request: NodeRequest<T>, options?: PoolRunOptions): Promise<NodeResult<T>>;
  /** Ends all workers; tasks that still run are rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly message: ToNodeWorker;
  readonly options: PoolRunOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** `worker` is the built nodeWorker.ts; at most `size` threads, started when first needed. */
export function createNodePool({
  worker: url,
  size,
}: {
  readonly worker: URL;
  readonly size: number;
}): NodePool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Job[] = [];

  const next = () => {
    if (waiting.length === 0 || (idle.length === 0 && all.size >= size)) return;
    const job = waiting.shift();
    if (!job) return;
    if (job.options.signal?.aborted) job.reject(abortError());
    else start(job, idle.pop() ?? launch());
    next();
  };
  const launch = () => {
    const worker = new Worker(url);
    all.add(worker);
    return worker;
  };
  const start = (job: Job, worker: Worker) => {
    void runOn(worker, job).then((reusable) => {
      if (reusable) idle.push(worker);
      else all.delete(worker);
      next();
    });
  };

  return {
    run: (task, request, options = {}) =>
      new Promise((resolve, reject) => {
        const message: ToNodeWorker = { kind: 'run', task, request };
        waiting.push({ message, options, resolve: resolve as (result: unknown) => void, reject });
        next();
      }),
    async close() {
      for (const job of waiting.splice(0)) job.reject(abortError());
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Runs one job to its end; tells whether the worker can be used again. */
function runOn(worker: Worker, { message, options, resolve, reject }: Job): Promise<boolean> {
  const { signal, onProgress } = options;
  return new Promise((ended) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (reusable: boolean, settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      // Only our own: the worker's terminate() listens too.
      worker.off('message', answered).off('error', failed).off('exit', exited);
      if (signal?.aborted) reject(abortError());
      else settle();
      ended(reusable);
    };
    const cancel = () => {
      worker.postMessage({ kind: 'cancel' } satisfies ToNodeWorker);
      timer = setTimeout(() => void worker.terminate(), STOP_MS);
    };
    const answered = (answer: FromNodeWorker) => {
      if (answer.kind === 'progress') onProgress?.(answer.progress);
      else if (answer.kind === 'done')
        finish(true, () => {
          resolve(answer.result);
        });
      else
        finish(true, () => {
          reject(workerError(answer));
        });
    };
    const failed = (error: Error) => {
      finish(false, () => {
        reject(error);
      });
    };
    const exited = (code: number) => {
      finish(false, () => {
        reject(new Error(`The worker ended with code ${code}.`));
      });
    };
    worker.on('message', answered).on('error', failed).on('exit', exited);
    signal?.addEventListener('abort', cancel);
    worker.postMessage(message);
  });
}

function workerError({ message, stack }: { readonly message: string; readonly stack: string }): Error {
  return Object.assign(new Error(message), { stack });
}

function abortError(): Error {
  return new DOMException('The task was cancelled.', 'AbortError');
}
