/** The first bytes of a file, for recognition and header parsing. */
import type { ByteSource } from '#core/import/byteSource.ts';
import { decodeText, detectEncoding } from '#core/import/encoding.ts';
import { HEAD_BYTES, type FileHead } from '#core/import/format.ts';

/** Reads up to HEAD_BYTES and decides the encoding. Rejects when the source cannot be read. */
export async function readHead(source: ByteSource): Promise<FileHead> {
  const bytes = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const encoding = detectEncoding(bytes);
  return { name: source.name, size: source.size, bytes, encoding, text: decodeText(bytes, encoding) };
}
