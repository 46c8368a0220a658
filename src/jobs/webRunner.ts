/** Runs jobs in one web worker; a cancelled job that had begun costs the worker, which is replaced. */
import type { ColumnValues } from '#core/columnValues.ts';
import { buffersOf, type JobReply, type JobRequest, type JobSlice } from '#jobs/jobMessages.ts';
import type { JobName, JobRunner, Jobs, RunOptions } from '#jobs/jobs.ts';
import { slicesOf, withoutLargeArrays } from '#jobs/slicedArrays.ts';

interface Waiting {
  readonly message: JobRequest;
  readonly resolve: (result: Jobs[JobName]['result']) => void;
  readonly reject: (reason: Error) => void;
}

/** The part of a Worker that the runner needs. */
export interface JobWorker {
  postMessage(message: JobRequest | JobSlice, transfer?: ArrayBuffer[]): void;
  terminate(): void;
  onmessage: ((event: { readonly data: JobReply }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
}

function abortError(): DOMException {
  return new DOMException('The computation was cancelled.', 'AbortError');
}

/** Resolves in a task of its own, so that a frame may be drawn before. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** First in, first out; the worker holds one job at a time, so that those behind it can be taken back. */
class WebRunner implements JobRunner {
  private readonly createWorker: () => JobWorker;
  private readonly queue: Waiting[] = [];
  private worker: JobWorker | null = null;
  private running: Waiting | null = null;
  private nextId = 1;

  constructor(createWorker: () => JobWorker) {
    this.createWorker = createWorker;
  }

  run<N extends JobName>(name: N, request: Jobs[N]['request'], { signal }: RunOptions = {}) {
    return new Promise<Jobs[N]['result']>((resolve, reject) => {
      if (signal?.aborted) {
        reject(abortError());
        return;
      }
      const message: JobRequest<N> = { id: this.nextId++, name, request };
      const waiting: Waiting = { message, resolve: resolve, reject };
      signal?.addEventListener(
        'abort',
        () => {
          this.cancel(waiting);
        },
        { once: true },
      );
      this.queue.push(waiting);
      this.startNext();
    });
  }

  private startNext(): void {
    if (this.running) return;
    const next = this.queue.shift();
    if (!next) return;
    this.running = next;
    this.worker ??= this.startWorker();
    const { request, arrays } = withoutLargeArrays(next.message.request);
    if (arrays.length === 0) this.worker.postMessage(next.message);
    else void this.sendSliced(this.worker, next, { ...next.message, request }, arrays);
  }

  /** Slice after slice with frames in between, until all are sent or the job was cancelled. */
  private async sendSliced(
    worker: JobWorker,
    job: Waiting,
    message: JobRequest,
    arrays: readonly ColumnValues[],
  ): Promise<void> {
    // What asked for the job is often the drawing of a view, whose frame should not wait for the first slice either.
    await nextTask();
    if (this.running !== job) return;
    for (const [index, values] of arrays.entries()) {
      for (const slice of slicesOf(values, index)) {
        worker.postMessage({ id: message.id, slice }, [...buffersOf(slice.values)]);
        await nextTask();
        if (this.running !== job) return;
      }
    }
    worker.postMessage(message);
  }

  private startWorker(): JobWorker {
    const worker = this.createWorker();
    worker.onmessage = ({ data }) => {
      this.finish(data);
    };
    worker.onerror = ({ message }) => {
      this.fail(new Error(message));
    };
    return worker;
  }

  private finish(reply: JobReply): void {
    const done = this.running;
    if (done?.message.id !== reply.id) return;
    this.running = null;
    if (reply.ok) done.resolve(reply.result);
    else done.reject(new Error(reply.error));
    this.startNext();
  }

  /** Ends the worker with the job in it. */
  private fail(reason: Error): void {
    this.worker?.terminate();
    this.worker = null;
    const failed = this.running;
    this.running = null;
    failed?.reject(reason);
    this.startNext();
  }

  private cancel(waiting: Waiting): void {
    if (this.running === waiting) {
      this.fail(abortError());
      return;
    }
    const at = this.queue.indexOf(waiting);
    if (at < 0) return;
    this.queue.splice(at, 1);
    waiting.reject(abortError());
  }
}

export function createWebRunner(createWorker: () => JobWorker): JobRunner {
  return new WebRunner(createWorker);
}
