/**
 * The container of a BioLogic `.mpr` file.
 *
 *   0..47   `BIO-LOGIC MODULAR FILE`, 0x1A, blanks          48..51  four zero bytes
 *   52..    modules to the end of the file, each `MODULE` + header + `length` bytes of data, all little-endian
 *
 *   after `MODULE`   old header (51 bytes)       new header, EC-Lab 11.50 and later (59 bytes)
 *   0                short name, 10 characters   the same
 *   10               long name, 25 characters    the same
 *   35               u32 length                  0xFFFFFFFF
 *   39               u32 version                 u32 length
 *   43               date, 8 characters          u32 version
 *   47                                           u32 new version (10; 11 for data)
 *   51                                           date
 *
 * A run that goes on, or a copy made during it, has no LOG module. Lengths are taken from the file and may lie, so
 * what is there bounds everything; a module that is cut short is kept with the bytes it has.
 */
import type { ByteSource } from '#core/import/byteSource.ts';
import { createByteReader } from '#core/import/bytes.ts';
import type { Problem } from '#core/problem.ts';

export interface MprModule {
  /** `VMP Set`, `VMP data`, `VMP LOG`, `VMP loop` or `VMP ExtDev`. */
  readonly name: string;
  readonly layout: 'old' | 'new';
  readonly version: number;
  /** Offset in the file of the module's data. */
  readonly start: number;
  /** As declared. */
  readonly length: number;
  /** What of it is in the file. */
  readonly available: number;
  /** `MM/DD/YY` with /, - or . */
  readonly date: string;
}

export type ModulesOutcome =
  | { readonly ok: true; readonly modules: readonly MprModule[] }
  | { readonly ok: false; readonly problem: Problem };

export const MPR_MAGIC = 'BIO-LOGIC MODULAR FILE\x1a';
const FIRST_MODULE = 52;
const HEADER_BYTES = 65;
const NEW_LAYOUT = 0xffffffff;
const MOST_MODULES = 64;

function parseHeader(bytes: Uint8Array, at: number, fileSize: number): MprModule | undefined {
  const reader = createByteReader(bytes);
  const first = reader.u32(41);
  if (reader.text(0, 6) !== 'MODULE' || first === undefined) return undefined;
  const isNew = first === NEW_LAYOUT;
  const length = isNew ? reader.u32(45) : first;
  const version = reader.u32(isNew ? 53 : 45);
  const date = reader.text(isNew ? 57 : 49, 8);
  if (length === undefined || version === undefined || date === undefined) return undefined;
  const name = (reader.text(6, 10) ?? '').trim();
  const start = at + (isNew ? 65 : 57);
  const available = Math.max(0, Math.min(length, fileSize - start));
  return { name, layout: isNew ? 'new' : 'old', version, start, length, available, date };
}

/** The modules of the file in their order. */
export async function readMprModules(source: ByteSource): Promise<ModulesOutcome> {
  const modules: MprModule[] = [];
  let at = FIRST_MODULE;
  while (at < source.size && modules.length < MOST_MODULES) {
    const bytes = await source.read(at, Math.min(source.size, at + HEADER_BYTES));
    const module = parseHeader(bytes, at, source.size);
    if (!module) {
      // A cut after the data still leaves the data; a cut before it leaves nothing to read.
      if (modules.some(({ name }) => name === 'VMP data')) break;
      const cut = source.size - at < HEADER_BYTES;
      const problem: Problem = cut
        ? { code: 'truncated', what: 'a module header', byte: at }
        : { code: 'malformed', what: 'a module header is missing where one must stand', byte: at };
      return { ok: false, problem };
    }
    modules.push(module);
    at = module.start + module.length;
  }
  return { ok: true, modules };
}
