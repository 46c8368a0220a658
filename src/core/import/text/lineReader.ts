/** Streams a text file as lines, for exports that are no flat table. */
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Encoding } from '#core/import/encoding.ts';
import { splitLines, type TextLine } from '#core/import/text/textLines.ts';
import type { Problem } from '#core/problem.ts';

/** A line longer than this ends the import: no export looks like it, and holding it would cost the memory of a file. */
export const LINE_LIMIT_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

export type LineBatch =
  | { readonly ok: true; readonly lines: readonly TextLine[] }
  | { readonly ok: false; readonly problem: Problem };

/** Gives the lines of a file in batches; an empty batch is the end of the file. */
export interface LineReader {
  next(): Promise<LineBatch>;
}

export interface LineReaderOptions {
  readonly encoding: Encoding;
  /** Byte offset of the first line to read and its 1-based number. */
  readonly start: number;
  readonly firstLine: number;
  readonly signal: AbortSignal | undefined;
  readonly onBytes?: (bytesDone: number) => void;
}

/** Reads lines from `start` to the end of the file. Problems: `cancelled`, `line-too-long`. */
export function createLineReader(source: ByteSource, options: LineReaderOptions): LineReader {
  let position = options.start;
  let line = options.firstLine;
  let ended = false;

  /** Bytes from `position` with at least one whole line, or up to the end of the file. */
  async function nextBytes(length: number): Promise<Uint8Array> {
    const end = Math.min(position + length, source.size);
    const bytes = await source.read(position, end);
    ended = end >= source.size || bytes.length < end - position;
    return bytes;
  }

  async function nextLines(): Promise<readonly TextLine[] | undefined> {
    for (let length = CHUNK_BYTES; length <= 2 * LINE_LIMIT_BYTES; length *= 4) {
      const bytes = await nextBytes(length);
      const lines = splitLines(bytes, options.encoding, { baseByte: position, firstLine: line });
      if (!ended && lines.at(-1)?.closed === false) lines.pop();
      if (lines.length > 0 || ended) return lines;
    }
    return undefined;
  }

  return {
    async next() {
      if (options.signal?.aborted) return { ok: false, problem: { code: 'cancelled' } };
      if (ended || position >= source.size) return { ok: true, lines: [] };
      const lines = await nextLines();
      if (!lines || lines.some((each) => each.nextByte - each.byte > LINE_LIMIT_BYTES)) {
        return { ok: false, problem: { code: 'line-too-long', line, limitBytes: LINE_LIMIT_BYTES } };
      }
      position = lines.at(-1)?.nextByte ?? source.size;
      line += lines.length;
      options.onBytes?.(position);
      return { ok: true, lines };
    },
  };
}
