/** Computes what a command asks of spectra: one here, several on worker threads; `--batch --out` keeps tables of all. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { batchCurvesCsv } from '#core/eis/batchCurves.ts';
import {
  computeBatchItem,
  failedBatchItem,
  type BatchItem,
  type BatchOptions,
  type BatchRequest,
} from '#core/eis/batchItem.ts';
import { batchTable, batchTableCsv, type BatchRow } from '#core/eis/batchTables.ts';
import type { Problem } from '#core/problem.ts';
import { BLANK_OPTIONS } from './blankOptions.ts';
import { UsageError, type Invocation, type OptionDefinition } from './command.ts';
import { openFinishedItems, type FinishedItems } from './finishedItems.ts';
import { runFiles } from './runFiles.ts';
import { spectraOfFiles, type FileSpectrum } from './spectraOfFiles.ts';
import type { Terminal } from './terminal.ts';
import { words } from './text/english.ts';
import { ZIM_OPTION } from './zimOption.ts';

/** What every command on spectra of files takes. */
export const SPECTRA_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  spectrum: { type: 'string', value: 'N', description: words.eisFiles.spectrumOption() },
  batch: { type: 'boolean', description: words.eisFiles.batchOption() },
  out: { type: 'string', value: 'DIR', description: words.eisFiles.outOption() },
  ...BLANK_OPTIONS,
  zim: ZIM_OPTION,
};

export interface ComputedSpectrum {
  readonly from: FileSpectrum;
  readonly item: BatchItem;
  /** Why something is missing. */
  readonly problem: Problem | null;
}

interface Order {
  readonly invocation: Invocation;
  readonly terminal: Terminal;
  /** Name of the command, for its messages. */
  readonly command: string;
}

/** The spectra of the files in their order, each with what was computed. */
export async function computeSpectra(
  order: Order,
  options: BatchOptions,
): Promise<readonly ComputedSpectrum[]> {
  const { invocation, terminal, command } = order;
  const { out, batch } = invocation.options;
  if (out !== undefined && batch !== true) throw new UsageError(words.eisFiles.outWithoutBatch());
  const found = await spectraOfFiles(invocation, terminal, command);
  if (typeof out !== 'string') return described(found, await itemsOf(found, options, terminal, null));
  try {
    const finished = await openFinishedItems(out);
    const items = await itemsOf(found, options, terminal, finished);
    await writeTables(out, found, items);
    await finished.remove();
    return described(found, items);
  } catch (error) {
    if (terminal.signal.aborted || !(error instanceof Error) || !('syscall' in error)) throw error;
    const problem: Problem = { code: 'cannot-write', reason: error.message };
    return found.map((from) => ({ from, item: failedBatchItem(problem), problem }));
  }
}

function described(found: readonly FileSpectrum[], items: readonly BatchItem[]): readonly ComputedSpectrum[] {
  return found.flatMap((from, i) => {
    const item = items[i];
    return item ? [{ from, item, problem: item.problems[0] ?? null }] : [];
  });
}

async function itemsOf(
  found: readonly FileSpectrum[],
  options: BatchOptions,
  terminal: Terminal,
  finished: FinishedItems | null,
): Promise<readonly BatchItem[]> {
  const items = found.map(({ spectrum, problem }): BatchItem | BatchRequest => {
    const request = spectrum && { spectrum, options };
    return request
      ? (finished?.get(request) ?? request)
      : failedBatchItem(problem ?? { code: 'no-impedance-data', found: '' });
  });
  const requests = items.filter((item) => 'spectrum' in item);
  const computed = await computeAll(requests, terminal, finished);
  return items.map((item) => ('spectrum' in item ? (computed.get(item) ?? NOT_COMPUTED) : item));
}

const NOT_COMPUTED = failedBatchItem({ code: 'cancelled' });

async function computeAll(
  requests: readonly BatchRequest[],
  { signal, status }: Terminal,
  finished: FinishedItems | null,
): Promise<ReadonlyMap<BatchRequest, BatchItem>> {
  const [only] = requests;
  if (!only) return new Map();
  // A worker takes longer to start than most spectra take.
  if (requests.length === 1 && !finished) return new Map([[only, computeBatchItem(only)]]);
  const kept: Promise<void>[] = [];
  try {
    const items = await runFiles('batchItem', requests, signal, {
      status,
      failed: (_, problem) => failedBatchItem(problem),
      onResult: (item, i) => {
        const request = requests[i];
        if (request && finished) kept.push(finished.keep(request, item));
      },
    });
    return new Map(requests.map((request, i) => [request, items[i] ?? NOT_COMPUTED]));
  } finally {
    await Promise.all(kept);
  }
}

async function writeTables(
  directory: string,
  found: readonly FileSpectrum[],
  items: readonly BatchItem[],
): Promise<void> {
  const rows = found.map(({ source, spectrum }, i): BatchRow => ({
    identity: [source.name, source.sha256 ?? '', source.spectrum ?? ''],
    spectrum,
    item: items[i] ?? null,
  }));
  const titles = words.eisFiles.identityTitles();
  await writeFile(join(directory, 'parameters.csv'), batchTableCsv(batchTable(titles, rows)));
  await writeFile(join(directory, 'curves.csv'), batchCurvesCsv(titles, rows));
}
