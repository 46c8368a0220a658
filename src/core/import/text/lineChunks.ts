/** Streams a part of a file as chunks of whole lines, in one reused buffer. */
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Encoding } from '#core/import/encoding.ts';
import { CR, LF } from '#core/import/text/ascii.ts';
import { LINE_LIMIT_BYTES } from '#core/import/text/lineReader.ts';
import { createUtf16Transcoder, type Utf16Transcoder } from '#core/import/text/transcodeUtf16.ts';
import { endsLinesWithCr } from '#core/import/text/textLines.ts';
import type { Problem } from '#core/problem.ts';

/** Small enough to stay in a processor's last cache while it is scanned. */
const CHUNK_BYTES = 1024 * 1024;
/** Zero bytes kept after the chunk, so that a scanner may look a little past its end. */
const GUARD_BYTES = 64;

export interface LineChunk {
  readonly bytes: Uint8Array;
  /** Whole lines lie in bytes[0, end); the last one of a file may lack its line end. */
  readonly end: number;
  /** True when the last line in the chunk has no line end, which only happens at the end of the file. */
  readonly cut: boolean;
}

export type LineChunkOutcome =
  | { readonly ok: true; readonly chunk: LineChunk | undefined }
  | { readonly ok: false; readonly problem: Problem };

export interface LineChunkOptions {
  readonly encoding: Encoding;
  readonly start: number;
  readonly end: number;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytesDone: number) => void;
}

/** The buffer of a part that is done: a worker reads range after range, and fresh memory costs as much as scanning. */
let idle: Uint8Array<ArrayBuffer> | undefined;

/** Gives chunk after chunk until `chunk` is undefined. UTF-16 arrives as UTF-8. A chunk is valid until the next call. */
export function createLineChunks(
  source: ByteSource,
  options: LineChunkOptions,
): () => Promise<LineChunkOutcome> {
  const utf16 = transcoderFor(options.encoding);
  const limit = Math.min(options.end, source.size);
  let position = options.start;
  // A quarter more than a chunk holds the unfinished line before it too.
  let buffer = takeBuffer(Math.min(CHUNK_BYTES * 1.25, Math.max(limit - position, 0)) + GUARD_BYTES);
  /** Told by the first bytes. */
  let loneCr: boolean | undefined;
  /** Bytes of the chunk given last, and of all bytes in the buffer. */
  let given = 0;
  let filled = 0;

  /** Moves the unfinished line to the front and appends the next bytes of the file; false at the end of the file. */
  async function refill(): Promise<boolean> {
    if (position >= limit) return false;
    buffer.copyWithin(0, given, filled);
    filled -= given;
    given = 0;
    const wanted = Math.min(CHUNK_BYTES, limit - position);
    const length = utf16 || !source.readInto ? await appendRead(wanted) : await appendInPlace(wanted);
    position = length === 0 ? limit : position + length;
    loneCr ??= endsLinesWithCr(buffer, filled);
    if (loneCr) replaceCr(buffer.subarray(0, filled));
    buffer.fill(0, filled, filled + GUARD_BYTES);
    options.onBytes(position);
    return true;
  }

  /** These two return how many bytes of the file they read. */
  async function appendRead(wanted: number): Promise<number> {
    const read = await source.read(position, position + wanted);
    const bytes = utf16 ? utf16(read) : read;
    buffer = withRoom(buffer, filled, bytes.length);
    buffer.set(bytes, filled);
    filled += bytes.length;
    return read.length;
  }

  async function appendInPlace(wanted: number): Promise<number> {
    buffer = withRoom(buffer, filled, wanted);
    const length = (await source.readInto?.(buffer.subarray(filled, filled + wanted), position)) ?? 0;
    filled += length;
    return length;
  }

  return async () => {
    do {
      if (options.signal?.aborted) return { ok: false, problem: { code: 'cancelled' } };
      if (!(await refill())) return lastChunk();
      if (filled > LINE_LIMIT_BYTES && buffer.subarray(0, LINE_LIMIT_BYTES).indexOf(LF) < 0) {
        return { ok: false, problem: { code: 'line-too-long', limitBytes: LINE_LIMIT_BYTES } };
      }
      given = buffer.subarray(0, filled).lastIndexOf(LF) + 1;
    } while (given === 0);
    return { ok: true, chunk: { bytes: buffer, end: given, cut: false } };
  };

  function lastChunk(): LineChunkOutcome {
    if (given === filled) return ended(buffer);
    buffer.copyWithin(0, given, filled);
    const end = filled - given;
    buffer[end] = LF;
    given = filled;
    return { ok: true, chunk: { bytes: buffer, end: end + 1, cut: true } };
  }
}

/** The end of a part, whose buffer the next one may take; one that a long line has made grow is let go. */
function ended(buffer: Uint8Array<ArrayBuffer>): LineChunkOutcome {
  if (buffer.length <= CHUNK_BYTES * 1.25 + GUARD_BYTES) idle = buffer;
  return { ok: true, chunk: undefined };
}

function takeBuffer(bytes: number): Uint8Array<ArrayBuffer> {
  const taken = idle && idle.length >= bytes ? idle : new Uint8Array(bytes);
  if (taken === idle) idle = undefined;
  return taken;
}

function transcoderFor(encoding: Encoding): Utf16Transcoder | undefined {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? createUtf16Transcoder(encoding) : undefined;
}

/** Scanners know LF alone; offsets stay as they are. */
function replaceCr(bytes: Uint8Array): void {
  for (let i = bytes.indexOf(CR); i >= 0; i = bytes.indexOf(CR, i + 1)) bytes[i] = LF;
}

function withRoom(buffer: Uint8Array<ArrayBuffer>, kept: number, added: number): Uint8Array<ArrayBuffer> {
  const needed = kept + added + GUARD_BYTES;
  if (needed <= buffer.length) return buffer;
  const larger = new Uint8Array(Math.max(needed, buffer.length * 1.5));
  larger.set(buffer.subarray(0, kept));
  return larger;
}
