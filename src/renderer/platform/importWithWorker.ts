/** One import in a web worker. Cancelling ends the worker, because a busy loop cannot be asked to stop. */
import { tracedColumns } from '#core/cycling/voltageTrace.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import { keepTrace } from '../store/preparedTraces.ts';
import type { ImportReply, ImportRequest } from './importMessages.ts';
import type { ImportCallbacks } from './platform.ts';

/** Kept warm between files, so that a folder of small files does not start a worker for each. */
const idle: Worker[] = [];

function startWorker(): Worker {
  return idle.pop() ?? new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
}

/** Has a worker ready for the first file, which starts while the user is still choosing it. */
export function warmImports(): void {
  if (idle.length === 0) idle.push(startWorker());
}

export function importWithWorker(file: File, callbacks: ImportCallbacks): Promise<ImportOutcome> {
  const { signal, onProgress } = callbacks;
  if (signal.aborted) return Promise.reject(abortError());
  const worker = startWorker();
  return new Promise((resolve, reject) => {
    const abort = () => {
      worker.terminate();
      reject(abortError());
    };
    signal.addEventListener('abort', abort, { once: true });
    worker.onmessage = ({ data }: MessageEvent<ImportReply>) => {
      if (data.kind === 'progress') {
        onProgress(data.progress);
        return;
      }
      signal.removeEventListener('abort', abort);
      if (data.kind === 'crashed') {
        worker.terminate();
        reject(new Error(data.message));
        return;
      }
      idle.push(worker);
      keepTraces(data);
      resolve(data.outcome);
    };
    worker.onerror = (event) => {
      signal.removeEventListener('abort', abort);
      worker.terminate();
      reject(new Error(event.message || 'the import worker stopped'));
    };
    const request: ImportRequest = { file };
    worker.postMessage(request);
  });
}

function keepTraces({ outcome, traces }: ImportReply & { readonly kind: 'outcome' }): void {
  if (!outcome.ok) return;
  for (const [index, dataset] of outcome.datasets.entries()) {
    const [drawn, trace] = [tracedColumns(dataset), traces[index]];
    if (drawn && trace) keepTrace(drawn, trace);
  }
}

function abortError(): DOMException {
  return new DOMException('The import was cancelled.', 'AbortError');
}
