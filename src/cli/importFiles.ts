/** Imports files on worker threads; a file whose worker failed is an outcome like any other. */
import { basename } from 'node:path';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { PathRequest } from '#jobs/importPath.ts';
import { runFiles } from './runFiles.ts';
import type { Terminal } from './terminal.ts';

export function importFiles(
  requests: readonly PathRequest[],
  { signal, status }: Terminal,
): Promise<readonly ImportOutcome[]> {
  return runFiles('import', requests, signal, {
    status,
    failed: ({ path }, problem) => ({
      ok: false,
      file: { name: basename(path), bytes: 0, sha256: null },
      format: null,
      problem,
    }),
  });
}
