/** Imports a file by its path: opened, read, checked, hashed and closed. */
import { basename } from 'node:path';
import { importFile, type ImportOutcome, type ImportProgress } from '#core/import/importFile.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';
import { createNodeHasher } from '#jobs/nodeHasher.ts';

export interface PathRequest {
  readonly path: string;
}

export interface PathOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export async function importPath({ path }: PathRequest, options: PathOptions = {}): Promise<ImportOutcome> {
  const opened = await openFileSource(path);
  if (!opened.ok) {
    const file = { name: basename(path), bytes: 0, sha256: null };
    return { ok: false, file, format: null, problem: opened.problem };
  }
  try {
    return await importFile(opened.source, { ...options, createHasher: createNodeHasher });
  } finally {
    await opened.source.close();
  }
}
