/** A browser's File as core's ByteSource. */
import type { ByteSource } from '#core/import/byteSource.ts';

export function fileSource(file: File): ByteSource {
  return {
    name: file.name,
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    // A File is a snapshot: reading rejects when the file on disk has changed since.
    sizeNow: () => Promise.resolve(file.size),
  };
}
