/** Buffers behind columns, to hand them to another thread without a copy. */
import type { Column } from '#core/dataset.ts';

/** Columns may share a buffer, and a buffer may be named once only. */
export function columnBuffers(columns: readonly Column[]): Transferable[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const { values } of columns) buffers.add(values.buffer);
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}
