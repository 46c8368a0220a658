/** A file as core reads it, without the buffering of the app's own adapters. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '#core/import/byteSource.ts';

export function fileSource(path: string): ByteSource & { close: () => void } {
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  const read = (start: number, end: number): Promise<Uint8Array> => {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    return Promise.resolve(bytes.subarray(0, readSync(file, bytes, 0, end - start, start)));
  };
  return {
    name: path,
    size,
    read,
    readInto: (target, start) => Promise.resolve(readSync(file, target, 0, target.length, start)),
    sizeNow: () => Promise.resolve(size),
    close: () => {
      closeSync(file);
    },
  };
}
