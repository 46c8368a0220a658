/** UTF-16 to UTF-8, chunk by chunk, so that the byte scanners see one kind of bytes. */

/** Turns successive chunks of UTF-16 into UTF-8; half a character at a chunk's end waits for the next chunk. */
export type Utf16Transcoder = (chunk: Uint8Array) => Uint8Array;

const REPLACEMENT = 0xfffd;

export function createUtf16Transcoder(encoding: 'utf-16le' | 'utf-16be'): Utf16Transcoder {
  const decoder = new TextDecoder(encoding);
  return (chunk) => encodeUtf8(decoder.decode(chunk, { stream: true }));
}

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const code = text.codePointAt(i) ?? REPLACEMENT;
    if (code > 0xffff) i++;
    length = fillCodePoint(bytes, length, code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code);
  }
  return bytes.subarray(0, length);
}

/** Writes a code point above 0x7F at `at` and returns the offset after it. */
function fillCodePoint(bytes: Uint8Array, at: number, code: number): number {
  const continuation = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const lead = [0, 0xc0, 0xe0, 0xf0][continuation] ?? 0;
  bytes[at] = lead | (code >> (6 * continuation));
  for (let i = 1; i <= continuation; i++) bytes[at + i] = 0x80 | ((code >> (6 * (continuation - i))) & 0x3f);
  return at + continuation + 1;
}
