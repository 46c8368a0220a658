/**
 * A source that is watched while a format reads it: bytes that pass in order are hashed on the way, so that the file
 * is read once; a failing read and a cancelled import leave the format as `ImportStopped`.
 */
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Hasher } from '#core/import/hasher.ts';
import type { Problem } from '#core/problem.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Carries a user's problem out of a format that has no reason to know about it. */
export class ImportStopped extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export interface TrackedSource {
  readonly source: ByteSource;
  /** Hashes what has not passed yet and gives the digest of the whole file. May be called while a format reads. */
  digest(): Promise<string>;
}

export function createTrackedSource(
  inner: ByteSource,
  hasher: Hasher,
  signal: AbortSignal | undefined,
): TrackedSource {
  let hashed = 0;

  /** Lets a read happen, and hashes what it brought if that follows on what is hashed already. */
  async function watch(start: number, reading: () => Promise<Uint8Array>): Promise<Uint8Array> {
    throwIfAborted(signal);
    const bytes = await stoppedByReading(inner.name, reading());
    throwIfAborted(signal);
    if (start <= hashed && start + bytes.length > hashed) {
      hasher.update(bytes.subarray(hashed - start));
      hashed = start + bytes.length;
    }
    return bytes;
  }

  const read = (start: number, end: number): Promise<Uint8Array> =>
    watch(start, () => inner.read(start, end));

  async function readInto(target: Uint8Array, start: number): Promise<number> {
    const bytes = await watch(start, async () => target.subarray(0, await inner.readInto?.(target, start)));
    return bytes.length;
  }

  async function digest(): Promise<string> {
    const buffer = inner.readInto && new Uint8Array(Math.min(CHUNK_BYTES, inner.size));
    while (hashed < inner.size) {
      const end = Math.min(hashed + CHUNK_BYTES, inner.size);
      const length = buffer
        ? await readInto(buffer.subarray(0, end - hashed), hashed)
        : (await read(hashed, end)).length;
      if (length === 0) break;
    }
    return hasher.digest();
  }

  const source: ByteSource = {
    name: inner.name,
    size: inner.size,
    read,
    ...(inner.readInto ? { readInto } : {}),
    sizeNow: () => inner.sizeNow(),
  };
  return { source, digest };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ImportStopped({ code: 'cancelled' });
}

/** A failed read of the file becomes an `ImportStopped`. */
export async function stoppedByReading<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new ImportStopped(readProblem(name, error));
  }
}

/** The problem behind a failed read, told by Node's error codes and by the names of the browser's file errors. */
function readProblem(name: string, error: unknown): Problem {
  const { code, name: kind, message } = describeError(error);
  if (code === 'ENOENT' || kind === 'NotFoundError') return { code: 'file-missing', name };
  if (code === 'EISDIR') return { code: 'not-a-file', name };
  return { code: 'file-unreadable', reason: message };
}

function describeError(error: unknown): { code: unknown; name: string; message: string } {
  if (!(error instanceof Error)) return { code: undefined, name: '', message: String(error) };
  return { code: 'code' in error ? error.code : undefined, name: error.name, message: error.message };
}
