/**
 * Converts a file to CSV, one file a dataset, written to disk in pieces. An existing file is never overwritten unless
 * asked: the new one gets a number. What was begun is removed when the conversion is cancelled or fails.
 */
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset } from '#core/dataset.ts';
import { csvText, type ColumnNames } from '#core/export/csvText.ts';
import { datasetFileName } from '#core/export/datasetFileName.ts';
import type { Warning, Problem } from '#core/problem.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface ConvertRequest extends PathRequest {
  readonly directory: string;
  /** First part of the names of the files written. */
  readonly stem: string;
  readonly names: ColumnNames;
  readonly overwrite: boolean;
}

export interface WrittenFile {
  readonly path: string;
  readonly kind: string;
  readonly label: string;
  readonly rows: number;
}

export interface ConvertOutcome {
  readonly files: readonly WrittenFile[];
  readonly warnings: readonly Warning[];
  readonly problem: Problem | null;
}

export async function convertPath(
  request: ConvertRequest,
  options: PathOptions = {},
): Promise<ConvertOutcome> {
  const outcome = await importPath(request, options);
  if (!outcome.ok) return { files: [], warnings: [], problem: outcome.problem };
  const { datasets, receipt } = outcome;
  const files: WrittenFile[] = [];
  try {
    await mkdir(request.directory, { recursive: true });
    for (const dataset of datasets) {
      const name = datasetFileName(request.stem, datasets.length > 1 ? dataset.label : null);
      const { handle, path } = await create(join(request.directory, name), request.overwrite);
      files.push({ path, kind: dataset.kind, label: dataset.label, rows: dataset.rows });
      await write(handle, dataset, request.names, options.signal);
    }
    return { files, warnings: receipt.warnings, problem: null };
  } catch (error) {
    await Promise.all(files.map(({ path }) => unlink(path).catch(() => undefined)));
    if (options.signal?.aborted) return { files: [], warnings: [], problem: { code: 'cancelled' } };
    const reason = error instanceof Error ? error.message : String(error);
    return { files: [], warnings: [], problem: { code: 'cannot-write', reason } };
  }
}

/** Creates the file, or the first of its numbered namesakes that is free. */
async function create(path: string, overwrite: boolean): Promise<{ handle: FileHandle; path: string }> {
  if (overwrite) return { handle: await open(path, 'w'), path };
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? path : path.replace(/\.csv$/, ` (${n}).csv`);
    try {
      return { handle: await open(candidate, 'wx'), path: candidate };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

async function write(
  handle: FileHandle,
  dataset: Dataset,
  names: ColumnNames,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    for (const text of csvText(dataset, names)) {
      signal?.throwIfAborted();
      await handle.write(text);
    }
  } finally {
    await handle.close();
  }
}
