/** An incremental SHA-256; the host brings one (node:crypto, WebAssembly). */
export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal digest. */
  digest(): string;
}
