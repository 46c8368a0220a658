/** A file as core sees it: a name, a size and ranges of bytes. Hosts make one from a path or from a browser File. */
export interface ByteSource {
  readonly name: string;
  /** Size in bytes at the moment the source was opened. */
  readonly size: number;
  /** Bytes [start, end); fewer when the file has shrunk. Rejects when the file cannot be read. */
  read(start: number, end: number): Promise<Uint8Array>;
  /**
   * Fills `target` with the bytes from `start` on and returns their number, fewer at the end of the file. Only hosts
   * that can read without a buffer of their own have it: a fresh one for every chunk costs as much as scanning it.
   */
  readInto?(target: Uint8Array, start: number): Promise<number>;
  /** Size now, to notice a file that grows while it is read. */
  sizeNow(): Promise<number>;
}

/** A source over bytes in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.byteLength,
    read: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    sizeNow: () => Promise.resolve(bytes.byteLength),
  };
}
