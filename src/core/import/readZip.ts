/**
 * The members of a ZIP archive, read from its directory. Limits on their number, their size and their ratio end an
 * archive that was made to fill the memory before anything of it is unpacked, and each member's checksum is compared.
 */
// Not the entry for Node: that one needs `require`, which the bundled main process has already.
import { inflateSync } from 'fflate/browser';
import { createByteReader, type ByteReader } from '#core/import/bytes.ts';
import type { Problem } from '#core/problem.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all wanted members together, unpacked. */
  readonly bytes: number;
  /** Unpacked over packed bytes of one member; deflate itself ends at about 1030. */
  readonly ratio: number;
}

/** Exports of instruments hold tens of members and some megabytes; XML packs 40 to 1 at most. */
export const ZIP_LIMITS: ZipLimits = { entries: 10_000, bytes: 256 * 1024 * 1024, ratio: 300 };

export type ZipOutcome =
  | { readonly ok: true; readonly members: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly problem: Problem };

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly next: number;
}

/** Unpacks the members whose name is wanted. Problems: `truncated`, `malformed`, `file-too-large`. */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): ZipOutcome {
  const reader = createByteReader(bytes);
  const directory = readDirectory(reader, limits);
  if (!Array.isArray(directory)) return { ok: false, problem: directory };
  const chosen = directory.filter(({ name }) => wanted(name));
  const refused = overLimit(chosen, limits);
  if (refused) return { ok: false, problem: refused };
  const members = new Map<string, Uint8Array>();
  for (const entry of chosen) {
    const member = unpack(bytes, reader, entry);
    if (!member) return { ok: false, problem: broken(`the member ${entry.name} of its archive is damaged`) };
    members.set(entry.name, member);
  }
  return { ok: true, members };
}

const broken = (what: string): Problem => ({ code: 'malformed', what });

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
export const END_LENGTH = 22;
export const LONGEST_COMMENT = 0xffff;

/** Offset of the record that ends an archive, or −1: it stands at the end of the file, before a comment. */
export function findEnd(reader: ByteReader): number {
  const last = reader.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (reader.u32(at) === END_RECORD) return at;
  }
  return -1;
}

function readDirectory(reader: ByteReader, limits: ZipLimits): ZipEntry[] | Problem {
  const end = findEnd(reader);
  if (end < 0) return { code: 'truncated', what: 'its archive, before the list of members' };
  const count = reader.u16(end + 10) ?? 0;
  if (count > limits.entries) return broken(`its archive lists ${count} members`);
  const entries: ZipEntry[] = [];
  let at = reader.u32(end + 16) ?? 0;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(reader, at);
    if (!entry) return broken('the list of members of its archive is damaged');
    entries.push(entry);
    at = entry.next;
  }
  return entries;
}

/** The entry of the directory at that offset, or undefined where there is none. */
export function readEntry(reader: ByteReader, at: number): ZipEntry | undefined {
  if (reader.u32(at) !== DIRECTORY_RECORD) return undefined;
  const u16 = (offset: number) => reader.u16(at + offset) ?? 0;
  const u32 = (offset: number) => reader.u32(at + offset) ?? 0;
  const name = reader.text(at + 46, u16(28));
  if (name === undefined) return undefined;
  return {
    name: name.replaceAll('\\', '/'),
    flags: u16(8),
    method: u16(10),
    crc: u32(16),
    packed: u32(20),
    size: u32(24),
    offset: u32(42),
    next: at + 46 + u16(28) + u16(30) + u16(32),
  };
}

export function overLimit(entries: readonly ZipEntry[], limits: ZipLimits): Problem | undefined {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) {
    return { code: 'file-too-large', what: 'An archive with contents', limitBytes: limits.bytes };
  }
  const dense = entries.find(({ size, packed }) => size > limits.ratio * Math.max(packed, 1));
  return (
    dense &&
    broken(`the member ${dense.name} of its archive unpacks to more than ${limits.ratio} times its size`)
  );
}

export const ENCRYPTED = 1;

function unpack(bytes: Uint8Array, reader: ByteReader, entry: ZipEntry): Uint8Array | undefined {
  if (reader.u32(entry.offset) !== LOCAL_RECORD || (entry.flags & ENCRYPTED) !== 0) return undefined;
  const start =
    entry.offset + 30 + (reader.u16(entry.offset + 26) ?? 0) + (reader.u16(entry.offset + 28) ?? 0);
  if (start + entry.packed > bytes.length) return undefined;
  const member = inflate(bytes.subarray(start, start + entry.packed), entry);
  return member?.length === entry.size && crc32(member) === entry.crc ? member : undefined;
}

/** A member kept as it is or deflated; it can never grow over the size that the directory states. */
export function inflate(packed: Uint8Array, { method, size }: ZipEntry): Uint8Array | undefined {
  if (method === 0) return packed;
  if (method !== 8) return undefined;
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of ISO 3309, as ZIP keeps it with each member. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
