/** Scans one large text file on several web workers, which the import worker owns and which end with it. */
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import type { ScanOptions, ScanOutcome, TableScanner } from '#core/import/text/tableLayout.ts';
import type { ScanReply, ScanRequest } from './importMessages.ts';

/** Two even on two cores: the import worker itself only joins meanwhile. */
const WORKERS = Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1));

/** Kept between files: to start one takes as long as to scan some megabytes. */
const idle: Worker[] = [];

function startWorker(): Worker {
  return new Worker(new URL('./scanWorker.ts', import.meta.url), { type: 'module' });
}

function scanIn(worker: Worker, request: ScanRequest, { onBytes }: ScanOptions): Promise<ScanOutcome> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ScanReply>) => {
      if (data.kind === 'bytes') onBytes(data.bytesDone);
      else if (data.kind === 'outcome') resolve(data.outcome);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      reject(new Error(event.message || 'the scan worker stopped'));
    };
    worker.postMessage(request, [...request.spare]);
  });
}

/** The scanner of one file. Its workers start at once, while the beginning of the file is being recognised. */
export function createFileScanner(file: File): TableScanner {
  while (idle.length < WORKERS) idle.push(startWorker());
  return createParallelScanner(async (_source, layout, options) => {
    const worker = idle.pop() ?? startWorker();
    try {
      const outcome = await scanIn(worker, { file, layout, spare: options.spare ?? [] }, options);
      idle.push(worker);
      return outcome;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }, WORKERS);
}
