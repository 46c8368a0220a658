/** The web worker that reads files: core's importFile over a File, its columns handed over without a copy. */
import { createSHA256 } from 'hash-wasm';
import { tracedColumns, voltageTrace, type VoltageTrace } from '#core/cycling/voltageTrace.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Hasher } from '#core/import/hasher.ts';
import { importFile, type ImportOutcome, type ImportProgress } from '#core/import/importFile.ts';
import { buffersOf } from '#jobs/jobMessages.ts';
import { columnBuffers } from './columnBuffers.ts';
import { fileSource } from './fileSource.ts';
import { hashInWorker } from './hashInWorker.ts';
import type { ImportReply, ImportRequest } from './importMessages.ts';
import { createFileScanner } from './parallelFileScanner.ts';

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 50;

/** Smaller files are read before a second worker has begun. */
const PARALLEL_FROM_BYTES = 8 * 1024 * 1024;

/** Compiled once: a worker reads one file at a time. */
const compiled = createSHA256();

async function hasherFactory(): Promise<() => Hasher> {
  const sha256 = await compiled;
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

function throttledReport(): (progress: ImportProgress) => void {
  let reported = 0;
  return (progress) => {
    const now = performance.now();
    if (now - reported < REPORT_EVERY && progress.bytesDone < progress.bytesTotal) return;
    reported = now;
    reply({ kind: 'progress', progress });
  };
}

async function outcomeOf(file: File): Promise<ImportOutcome> {
  const options = { createHasher: await hasherFactory(), onProgress: throttledReport() };
  if (file.size < PARALLEL_FROM_BYTES) return importFile(fileSource(file), options);
  const digest = () => hashInWorker(file);
  return importFile(fileSource(file), { ...options, scanTable: createFileScanner(file), digest });
}

function traceOf(dataset: Dataset): VoltageTrace | null {
  const drawn = tracedColumns(dataset);
  return drawn && voltageTrace(drawn);
}

async function read({ file }: ImportRequest): Promise<void> {
  const outcome = await outcomeOf(file);
  const datasets = outcome.ok ? outcome.datasets : [];
  const traces = datasets.map(traceOf);
  const columns = datasets.flatMap((dataset) => dataset.columns);
  reply({ kind: 'outcome', outcome, traces }, [...columnBuffers(columns), ...buffersOf(traces)]);
}

self.addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  read(event.data).catch((error: unknown) => {
    reply({ kind: 'crashed', message: error instanceof Error ? error.message : String(error) });
  });
});
