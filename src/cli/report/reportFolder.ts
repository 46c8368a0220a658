/** The folder that a report is written to. It knows what was written, so that an interrupted report leaves nothing. */
import { mkdir, open, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '#core/problem.ts';

export type ReportFileKind =
  | 'figure-svg'
  | 'figure-pdf'
  | 'figure-csv'
  | 'table'
  | 'methods'
  | 'receipt'
  | 'index';

export interface ReportFile {
  readonly path: string;
  readonly kind: ReportFileKind;
}

export interface ReportFolder {
  readonly files: readonly ReportFile[];
  /** `name` is relative to the folder, with forward slashes. */
  write(name: string, kind: ReportFileKind, content: string | Uint8Array | Iterable<string>): Promise<void>;
  /** Removes everything written, and the folder when it was made for the report. */
  discard(): Promise<void>;
}

export type ReportFolderOutcome =
  | { readonly ok: true; readonly folder: ReportFolder }
  | { readonly ok: false; readonly problem: Problem };

export async function createReportFolder(directory: string, force: boolean): Promise<ReportFolderOutcome> {
  try {
    const made = await mkdir(directory, { recursive: true });
    const isEmpty = (await readdir(directory)).length === 0;
    if (!isEmpty && !force)
      return { ok: false, problem: { code: 'folder-not-empty', name: basename(directory) } };
    return { ok: true, folder: folderAt(directory, made !== undefined) };
  } catch (error) {
    return { ok: false, problem: { code: 'cannot-write', reason: reasonOf(error) } };
  }
}

function folderAt(directory: string, isNew: boolean): ReportFolder {
  const files: ReportFile[] = [];
  return {
    files,
    async write(name, kind, content) {
      const path = join(directory, name);
      if (files.some((file) => file.path === path)) throw new Error(`${name} is written twice`);
      files.push({ path, kind });
      await mkdir(dirname(path), { recursive: true });
      if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content);
      else await writePieces(path, content);
    },
    async discard() {
      await Promise.all(files.map(({ path }) => rm(path, { force: true })));
      if (!isNew) return;
      const folders = new Set(files.map(({ path }) => dirname(path)));
      for (const folder of [...folders, directory].sort((a, b) => b.length - a.length))
        await rmdir(folder).catch(() => undefined);
    },
  };
}

/** A figure's data may be longer than one string can be. */
async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for (const piece of pieces) await handle.write(piece);
  } finally {
    await handle.close();
  }
}

export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
