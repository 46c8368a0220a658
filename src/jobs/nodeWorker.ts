/** A worker thread's side: runs one task at a time and hands the columns over without a copy. */
import { parentPort, type MessagePort } from 'node:worker_threads';
import { buffersOf } from '#jobs/jobMessages.ts';
import type { FromNodeWorker, ToNodeWorker } from '#jobs/nodeMessages.ts';
import { NODE_TASKS, type NodeTask } from '#jobs/nodeTasks.ts';
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
    void run(port, message.task, message.request, running.signal);
  });
}

async function run(port: MessagePort, task: NodeTask, request: unknown, signal: AbortSignal): Promise<void> {
  const send = (message: FromNodeWorker, transfer: ArrayBuffer[] = []) => {
    port.postMessage(message, transfer);
  };
  try {
    const work = NODE_TASKS[task] as AnyTask;
    const result = await work(request, {
      signal,
      onProgress: (progress) => {
        send({ kind: 'progress', progress });
      },
    });
    send({ kind: 'done', result }, [...buffersOf(result)]);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'failed', message: failure.message, stack: failure.stack ?? '' });
  }
}

if (parentPort) serve(parentPort);
