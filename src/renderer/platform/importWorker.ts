/** The web worker that reads files: core's importFile over a File, its columns handed over without a copy. */
import { createSHA256 } from 'hash-wasm';
import type { Dataset } from '#core/dataset.ts';
import type { Hasher } from '#core/import/hasher.ts';
import { importFile, type ImportProgress } from '#core/import/importFile.ts';
import { fileSource } from './fileSource.ts';
import type { ImportReply, ImportRequest } from './importMessages.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 50;

/** hash-wasm compiles its code once; hashers of one worker are used one after the other. */
async function hasherFactory(): Promise<() => Hasher> {
  const sha256 = await createSHA256();
  return () => {
    sha256.init();
    return {
      update: (bytes) => {
        sha256.update(bytes);
      },
      digest: () => sha256.digest('hex'),
    };
  };
}

function reply(message: ImportReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** Columns may share a buffer, and a buffer may be named once only. */
function buffersOf(datasets: readonly Dataset[]): Transferable[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const dataset of datasets) for (const column of dataset.columns) buffers.add(column.values.buffer);
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}

function throttledReport(): (progress: ImportProgress) => void {
  let reported = 0;
  return (progress) => {
    const now = performance.now();
    if (now - reported < REPORT_EVERY && progress.bytesDone < progress.bytesTotal) return;
    reported = now;
    reply({ kind: 'progress', progress });
  };
}

async function read({ file }: ImportRequest): Promise<void> {
  const createHasher = await hasherFactory();
  const outcome = await importFile(fileSource(file), { createHasher, onProgress: throttledReport() });
  reply({ kind: 'outcome', outcome }, outcome.ok ? buffersOf(outcome.datasets) : []);
}

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  read(event.data).catch((error: unknown) => {
    reply({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
  });
});
