/** Simulated text as bytes, in the encodings that vendors' programs write. */

export type TextEncodingName = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le';

export interface TextOptions {
  readonly encoding: TextEncodingName;
  readonly lineEnd: '\n' | '\r\n';
}

/**
 * Bytes of lines, in blocks of about 64 KiB, so that a file of any size can be streamed. For windows-1252 only
 * characters below U+0100 are known, which is all these writers use.
 */
export function* encodeLines(
  lines: Iterable<string>,
  { encoding, lineEnd }: TextOptions,
): Generator<Uint8Array> {
  let text = encoding === 'utf-8-bom' || encoding === 'utf-16le' ? '\ufeff' : '';
  for (const line of lines) {
    text += line + lineEnd;
    if (text.length < 65_536) continue;
    yield encode(text, encoding);
    text = '';
  }
  if (text !== '') yield encode(text, encoding);
}

function encode(text: string, encoding: TextEncodingName): Uint8Array {
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  return Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
}

/** All blocks as one array of bytes. */
export function joinBytes(blocks: Iterable<Uint8Array>): Uint8Array {
  return Buffer.concat([...blocks]);
}
