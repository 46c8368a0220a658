/** A file on disk as core sees it. What keeps it from being opened is a problem, not an exception. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Problem } from '#core/problem.ts';

export interface NodeFileSource extends ByteSource {
  readonly readInto: (target: Uint8Array, start: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

export type OpenOutcome =
  | { readonly ok: true; readonly source: NodeFileSource }
  | { readonly ok: false; readonly problem: Problem };

/** Opens a regular file for reading; the caller closes it. */
export async function openFileSource(path: string): Promise<OpenOutcome> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { ok: false, problem: { code: 'not-a-file', name } };
    // Opening a pipe or a device could wait for ever.
    if (!found.isFile()) return unreadable('it is a pipe or a device');
    const handle = await open(path, 'r');
    return { ok: true, source: sourceOf(handle, name, (await handle.stat()).size) };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { ok: false, problem: { code: 'file-missing', name } };
    return unreadable(code);
  }
}

function sourceOf(handle: FileHandle, name: string, size: number): NodeFileSource {
  return {
    name,
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, end - start));
      return bytes.subarray(0, await readFully(handle, bytes, start));
    },
    readInto: (target, start) => readFully(handle, target, start),
    sizeNow: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

/** Fills `bytes` and returns how many there were; a system may answer a long read in pieces. */
async function readFully(handle: FileHandle, bytes: Uint8Array, start: number): Promise<number> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesRead } = await handle.read(bytes, done, bytes.byteLength - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

function unreadable(reason: string): OpenOutcome {
  return { ok: false, problem: { code: 'file-unreadable', reason } };
}

function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
