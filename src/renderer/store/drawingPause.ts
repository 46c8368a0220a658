/**
 * Storing a large import keeps the window's thread busy for a while, and what was imported is drawn from memory: the
 * database waits for the plot that the user is about to look at.
 */
import type { Column } from '#core/dataset.ts';

const LARGE_FROM_BYTES = 8 * 2 ** 20;
const PAUSE_ms = 600;

function bytesOf(columns: ReadonlyMap<string, readonly Column[]>): number {
  const buffers = new Set([...columns.values()].flat().map(({ values }) => values.buffer));
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** Resolves when the columns may be stored, at once for small ones or when the signal fires. */
export async function drawingPause(
  columns: ReadonlyMap<string, readonly Column[]>,
  signal: AbortSignal | null,
): Promise<void> {
  if (signal?.aborted === true || bytesOf(columns) < LARGE_FROM_BYTES) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PAUSE_ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
