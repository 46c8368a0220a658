/**
 * Bounds-checked little-endian reads for binary formats. Every read answers undefined beyond the end, so that a
 * cut file becomes a Problem and never an exception.
 */
export interface ByteReader {
  readonly length: number;
  u8(offset: number): number | undefined;
  u16(offset: number): number | undefined;
  u32(offset: number): number | undefined;
  f32(offset: number): number | undefined;
  f64(offset: number): number | undefined;
  /** `length` single-byte characters (windows-1252), or undefined if they are not all there. */
  text(offset: number, length: number): string | undefined;
  /** A length byte followed by that many characters. */
  pascal(offset: number): string | undefined;
}

/** A reader over bytes in memory; it keeps a view, not a copy. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder('windows-1252');
  const holds = (offset: number, size: number) =>
    offset >= 0 && size >= 0 && offset + size <= bytes.byteLength;
  const text = (offset: number, length: number) =>
    holds(offset, length) ? decoder.decode(bytes.subarray(offset, offset + length)) : undefined;
  return {
    length: bytes.byteLength,
    u8: (offset) => (holds(offset, 1) ? view.getUint8(offset) : undefined),
    u16: (offset) => (holds(offset, 2) ? view.getUint16(offset, true) : undefined),
    u32: (offset) => (holds(offset, 4) ? view.getUint32(offset, true) : undefined),
    f32: (offset) => (holds(offset, 4) ? view.getFloat32(offset, true) : undefined),
    f64: (offset) => (holds(offset, 8) ? view.getFloat64(offset, true) : undefined),
    text,
    pascal: (offset) => (holds(offset, 1) ? text(offset + 1, view.getUint8(offset)) : undefined),
  };
}
