/** Lines of text with their place in the file. */
import { byteOrderMarkLength, decodeText, type Encoding } from '#core/import/encoding.ts';
import type { FileHead } from '#core/import/format.ts';
import { CR, LF } from '#core/import/text/ascii.ts';

export interface TextLine {
  /** Without its line end. */
  readonly text: string;
  /** 1-based number of the line in the file. */
  readonly line: number;
  /** Byte offset of its first character. */
  readonly byte: number;
  /** Byte offset after its line end; equals the end of the bytes when the line has none. */
  readonly nextByte: number;
  /** False for a last line that no line end closes. */
  readonly closed: boolean;
}

/**
 * The lines of a file's head, with byte offsets, at most `limit` of them; the last one may be cut by the head's end
 * (`closed` is false). LF, CR LF and CR CR LF end a line; a lone CR does where there is no LF at all.
 */
export function headLines(head: Pick<FileHead, 'bytes' | 'encoding'>, limit = Infinity): TextLine[] {
  return splitLines(head.bytes, head.encoding, { start: byteOrderMarkLength(head.bytes), limit });
}

interface SplitOptions {
  readonly start?: number;
  readonly limit?: number;
  /** Offset of bytes[0] in the file. */
  readonly baseByte?: number;
  /** Number of the first line. */
  readonly firstLine?: number;
}

/** Splits bytes into decoded lines. */
export function splitLines(bytes: Uint8Array, encoding: Encoding, options: SplitOptions = {}): TextLine[] {
  const { start = 0, limit = Infinity, baseByte = 0, firstLine = 1 } = options;
  const decoder = encoding === 'binary' ? undefined : new TextDecoder(encoding, { ignoreBOM: true });
  const nextLine = lineEnds(bytes, encoding);
  const lines: TextLine[] = [];
  for (let from = start; from < bytes.length && lines.length < limit;) {
    const next = nextLine(from);
    const closed = next > 0;
    const end = closed ? next : bytes.length;
    const raw = bytes.subarray(from, end);
    const text = (decoder ? decoder.decode(raw) : decodeText(raw, encoding)).replace(/[\r\n]+$/, '');
    lines.push({
      text,
      line: firstLine + lines.length,
      byte: baseByte + from,
      nextByte: baseByte + end,
      closed,
    });
    from = end;
  }
  return lines;
}

function lineEnds(bytes: Uint8Array, encoding: Encoding): (from: number) => number {
  if (!encoding.startsWith('utf-16') && endsLinesWithCr(bytes, bytes.length)) {
    return (from) => bytes.indexOf(CR, from) + 1;
  }
  return (from) => lineEnd(bytes, from, encoding);
}

/** True for bytes with CR but no LF, as old instruments' computers wrote; a CR at the very end may lack its LF only. */
export function endsLinesWithCr(bytes: Uint8Array, end: number): boolean {
  // LF first: nearly every file has one in its first line, and then nothing more is looked at.
  if (bytes.subarray(0, end).includes(LF)) return false;
  const first = bytes.indexOf(CR);
  return first >= 0 && first < end - 1;
}

/** Offset after the line that begins at `from`, or 0 when no line end follows. */
export function lineEnd(bytes: Uint8Array, from: number, encoding: Encoding): number {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return bytes.indexOf(LF, from) + 1;
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let i = from; i + 1 < bytes.length; i += 2) {
    if (bytes[i + low] === LF && bytes[i + 1 - low] === 0) return i + 2;
  }
  return 0;
}
