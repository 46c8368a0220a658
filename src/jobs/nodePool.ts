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
  /** Buffers of the request that are handed over rather than copied. */
  readonly transfer?: readonly ArrayBuffer[];
}

export interface NodePool {
  run<T extends NodeTask>(task: T, request: NodeRequest<T>, options?: PoolRunOptions): Promise<NodeResult<T>>;
  /** Ends all workers; tasks that still run are rejected. */
  close(): Promise<void>;
}

type RunMessage = Extract<ToNodeWorker, { readonly kind: 'run' }>;

interface Job {
  readonly message: Omit<RunMessage, 'scanners'>;
  readonly options: PoolRunOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  /** What a cancellation does: leave the queue, then ask the worker, in the end nothing. */
  cancel: () => void;
}

export interface NodePoolOptions {
  /** The built nodeWorker.ts. */
  readonly worker: URL;
  /** At most this many threads, started when first needed. */
  readonly size: number;
  /** Cores to keep busy: with fewer tasks than cores, several workers share a large file. Default 1. */
  readonly cores?: number;
}

const MOST_SCANNERS = 4;

export function createNodePool({ worker: url, size, cores = 1 }: NodePoolOptions): NodePool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Job[] = [];
  const running = new Set<Job>();
  const listen = createListener(() => [...waiting, ...running]);

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
    // A worker that dies between two tasks is nobody's error; the next task gets another one.
    worker
      .on('error', () => undefined)
      .on('exit', () => {
        all.delete(worker);
        if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      });
    return worker;
  };
  const start = (job: Job, worker: Worker) => {
    const tasks = all.size - idle.length + waiting.length;
    const scanners = Math.min(MOST_SCANNERS, Math.max(1, Math.floor(cores / tasks)));
    running.add(job);
    void runOn(worker, job, scanners).then((reusable) => {
      running.delete(job);
      if (reusable) idle.push(worker);
      else all.delete(worker);
      next();
    });
  };

  return {
    run: (task, request, options = {}) =>
      new Promise((resolve, reject) => {
        const message = { kind: 'run', task, request } as const;
        // A task that still waits need not wait for its turn to be cancelled.
        const cancel = () => {
          waiting.splice(waiting.indexOf(job), 1);
          reject(abortError());
        };
        const job: Job = { message, options, resolve: resolve as (result: unknown) => void, reject, cancel };
        if (options.signal) listen(options.signal);
        waiting.push(job);
        next();
      }),
    async close() {
      for (const job of waiting.splice(0)) job.reject(abortError());
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Listens once a signal, however many tasks have it: a folder of files or the ranges of one. */
function createListener(unfinished: () => readonly Job[]): (signal: AbortSignal) => void {
  const heard = new WeakSet<AbortSignal>();
  return (signal) => {
    if (heard.has(signal)) return;
    heard.add(signal);
    const cancelAll = () => {
      for (const job of unfinished()) if (job.options.signal === signal) job.cancel();
    };
    signal.addEventListener('abort', cancelAll, { once: true });
  };
}

/** Runs one job to its end; tells whether the worker can be used again. */
function runOn(worker: Worker, job: Job, scanners: number): Promise<boolean> {
  const { message, options, resolve, reject } = job;
  const { signal, onProgress, transfer = [] } = options;
  return new Promise((ended) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (reusable: boolean, settle: () => void) => {
      clearTimeout(timer);
      job.cancel = () => undefined;
      // Only our own: the worker's terminate() listens too.
      worker.off('message', answered).off('error', failed).off('exit', exited);
      if (signal?.aborted) reject(abortError());
      else settle();
      ended(reusable);
    };
    job.cancel = () => {
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
    worker.postMessage({ ...message, scanners } satisfies ToNodeWorker, [...transfer]);
  });
}

function workerError({ message, stack }: { readonly message: string; readonly stack: string }): Error {
  return Object.assign(new Error(message), { stack });
}

function abortError(): Error {
  return new DOMException('The task was cancelled.', 'AbortError');
}
