/** One range of a text file's table, scanned in a worker of its own for a worker that imports the whole file. */
import { scanTable } from '#core/import/text/scanTable.ts';
import type { ScanOutcome, TableLayout } from '#core/import/text/tableLayout.ts';
import type { PathOptions, PathRequest } from '#jobs/importPath.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';

export interface ScanRequest extends PathRequest {
  readonly layout: TableLayout;
  readonly spare?: readonly ArrayBuffer[];
}

export async function scanPath(
  { path, layout, spare = [] }: ScanRequest,
  { signal, onProgress }: PathOptions = {},
): Promise<ScanOutcome> {
  const opened = await openFileSource(path);
  if (!opened.ok) return opened;
  const { source } = opened;
  try {
    return await scanTable(source, layout, {
      signal,
      spare,
      onBytes: (bytesDone) => onProgress?.({ bytesDone, bytesTotal: source.size }),
    });
  } catch (error) {
    if (signal?.aborted) return { ok: false, problem: { code: 'cancelled' } };
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: 'file-unreadable', reason } };
  } finally {
    await source.close();
  }
}
