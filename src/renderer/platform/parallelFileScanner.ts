/** Scans one large text file on several web workers, which the import worker owns and which end with it. */
import { createParallelScanner } from '#core/import/text/parallelScanner.ts';
import type { ScanOptions, ScanOutcome, TableLayout, TableScanner } from '#core/import/text/tableLayout.ts';
import type { ScanReply, ScanRequest } from './importMessages.ts';

/** Two even on two cores: the import worker itself only joins meanwhile. */
const WORKERS = Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1));

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

export interface FileScanner {
  readonly scan: TableScanner;
  /** Ends the workers; the scanner is of no use afterwards. */
  readonly close: () => void;
}

/** Workers start with the first range that needs one. */
export function createFileScanner(file: File): FileScanner {
  const all: Worker[] = [];
  const idle: Worker[] = [];
  const startWorker = () => {
    const worker = new Worker(new URL('./scanWorker.ts', import.meta.url), { type: 'module' });
    all.push(worker);
    return worker;
  };
  const scanRange: TableScanner = async (_source, layout: TableLayout, options) => {
    const worker = idle.pop() ?? startWorker();
    const outcome = await scanIn(worker, { file, layout, spare: options.spare ?? [] }, options);
    idle.push(worker);
    return outcome;
  };
  return {
    scan: createParallelScanner(scanRange, WORKERS),
    close: () => {
      for (const worker of all) worker.terminate();
    },
  };
}
