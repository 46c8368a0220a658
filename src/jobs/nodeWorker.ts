/** A worker thread's side: runs one task at a time and hands the columns over without a copy. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { buffersOf } from '#jobs/jobMessages.ts';
import type { FromNodeWorker, ToNodeWorker } from '#jobs/nodeMessages.ts';
import { createRangeScanner } from '#jobs/nodeRangeScanner.ts';
import { NODE_TASKS } from '#jobs/nodeTasks.ts';
import type { PathOptions } from '#jobs/importPath.ts';

type AnyTask = (request: unknown, options: PathOptions) => Promise<unknown>;

function serve(port: MessagePort): void {
  let running = new AbortController();
  port.on('message', (message: ToNodeWorker) => {
    if (message.kind === 'cancel') {
      running.abort();
      return;
    }
    running = new AbortController();
    void run(port, message, running.signal);
  });
}

type RunMessage = Extract<ToNodeWorker, { readonly kind: 'run' }>;

async function run(port: MessagePort, message: RunMessage, signal: AbortSignal): Promise<void> {
  const { task, request, scanners } = message;
  const send = (answer: FromNodeWorker, transfer: ArrayBuffer[] = []) => {
    port.postMessage(answer, transfer);
  };
  const ranges = scanners > 1 ? createRangeScanner(new URL(import.meta.url), scanners) : undefined;
  try {
    const work = NODE_TASKS[task] as AnyTask;
    const result = await work(request, {
      signal,
      ...(ranges && { scannerOf: ranges.scannerOf, digestOf: ranges.digestOf }),
      onProgress: (progress) => {
        send({ kind: 'progress', progress });
      },
    });
    send({ kind: 'done', result }, [...buffersOf(result)]);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'failed', message: failure.message, stack: failure.stack ?? '' });
  } finally {
    await ranges?.close();
  }
}

if (parentPort) serve(parentPort);
