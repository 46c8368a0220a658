/** How the bytes of a file become text, decided from the bytes alone. */
import { startsWith } from '#core/import/startsWith.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'windows-1252'
  | 'shift_jis'
  | 'binary';

/** A file is binary when more than this share of its first bytes are control characters no text has. */
const CONTROL_SHARE = 0.05;
/** GB2312 pairs that stand alone in otherwise English headers: ℃, Ω, μ. No Western text has these pairs. */
const LONE_PAIRS = new Set([0xa1e6, 0xa6b8, 0xa6cc]);

/**
 * The encoding of a file's first bytes: byte order mark, strict UTF-8 (its last character may be cut), GB18030 when
 * the bytes look Chinese, Shift-JIS for Rigaku's `*RAS_` files, windows-1252 otherwise.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  if (looksBinary(bytes)) return 'binary';
  if (decodesStrictly(bytes, 'utf-8')) return 'utf-8';
  if (startsWith(bytes, '*RAS_')) return 'shift_jis';
  if (looksChinese(bytes)) return 'gb18030';
  return 'windows-1252';
}

/** Text of the bytes, without byte order mark; bad bytes become U+FFFD. Empty for binary. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'binary' ? '' : new TextDecoder(encoding).decode(bytes);
}

/** Number of bytes of the byte order mark at the start of the file. */
export function byteOrderMarkLength(bytes: Uint8Array): number {
  const marked = byteOrderMark(bytes);
  if (!marked) return 0;
  return marked === 'utf-8' ? 3 : 2;
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** NUL bytes at the end do not count: a crash leaves the room that was set aside for more text. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1;
  let controls = 0;
  for (const byte of bytes.subarray(0, length))
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  return controls > length * CONTROL_SHARE || length === 0;
}

function decodesStrictly(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * GB2312 characters are pairs of bytes from 0xA1 up. Western text has single high letters, now and then two in a row
 * (German "öß"), never four: a run of at least four, or one of the lone symbol pairs, speaks for Chinese, and runs of
 * odd length speak against it.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let oddRuns = 0;
  for (let start = 0; start < bytes.length; start++) {
    const length = highRun(bytes, start);
    if (length === 0) continue;
    if (length % 2 === 1 && start + length < bytes.length) oddRuns++;
    else if (length >= 4 || isLonePair(bytes, start)) pairs += length >> 1;
    start += length;
  }
  return pairs > 0 && oddRuns * 5 <= pairs;
}

function highRun(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && (bytes[end] ?? 0) >= 0xa1) end++;
  return end - start;
}

function isLonePair(bytes: Uint8Array, start: number): boolean {
  return LONE_PAIRS.has(((bytes[start] ?? 0) << 8) | (bytes[start + 1] ?? 0));
}
