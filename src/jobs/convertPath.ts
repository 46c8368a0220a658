/**
 * Converts a file to CSV, one file a dataset, written to disk in pieces. An existing file is never overwritten unless
 * asked: the new one gets a number. Files are written under temporary names and get their own when all are complete,
 * so that a conversion that is cancelled, fails or is killed leaves nothing that looks like a result.
 */
import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset } from '#core/dataset.ts';
import { csvText, type ColumnNames } from '#core/export/csvText.ts';
import { datasetFileName } from '#core/export/datasetFileName.ts';
import type { Warning, Problem } from '#core/problem.ts';
import { draftName, removeStaleDrafts } from '#jobs/drafts.ts';
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
  const begun: string[] = [];
  const files: WrittenFile[] = [];
  try {
    await mkdir(request.directory, { recursive: true });
    await removeStaleDrafts(request.directory);
    for (const dataset of datasets) {
      const temporary = join(request.directory, draftName());
      begun.push(temporary);
      await write(temporary, dataset, request.names, options.signal);
    }
    for (const [i, dataset] of datasets.entries()) {
      const name = datasetFileName(request.stem, datasets.length > 1 ? dataset.label : null);
      const path = await publish(begun[i] ?? '', join(request.directory, name), request.overwrite);
      files.push({ path, kind: dataset.kind, label: dataset.label, rows: dataset.rows });
    }
    return { files, warnings: receipt.warnings, problem: null };
  } catch (error) {
    const left = [...begun, ...files.map(({ path }) => path)];
    await Promise.all(left.map((path) => unlink(path).catch(() => undefined)));
    if (options.signal?.aborted) return { files: [], warnings: [], problem: { code: 'cancelled' } };
    const reason = error instanceof Error ? error.message : String(error);
    return { files: [], warnings: [], problem: { code: 'cannot-write', reason } };
  }
}

/** Gives a finished file its name, or that of the first of its numbered namesakes that is free; tells which. */
async function publish(temporary: string, path: string, overwrite: boolean): Promise<string> {
  if (overwrite) {
    await rename(temporary, path);
    return path;
  }
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? path : path.replace(/\.csv$/, ` (${n}).csv`);
    if (await takeName(temporary, candidate)) return candidate;
  }
}

/** False when the name is taken. A link cannot overwrite; where a file system has none, a check must do. */
async function takeName(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    await unlink(temporary);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EINVAL'].includes(codeOf(error)))
      throw error;
    if (await stat(path).catch(() => null)) return false;
    await rename(temporary, path);
    return true;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

async function write(
  path: string,
  dataset: Dataset,
  names: ColumnNames,
  signal: AbortSignal | undefined,
): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    for (const text of csvText(dataset, names)) {
      signal?.throwIfAborted();
      await handle.write(text);
    }
  } finally {
    await handle.close();
  }
}
