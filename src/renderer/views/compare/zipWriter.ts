/** A ZIP written member by member: of a long table only what is packed stays in memory. */
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface ZipWriter {
  /** One member after the other. */
  readonly add: (name: string, pieces: Pieces) => Promise<void>;
  /** What is packed already, as a PDF is. */
  readonly store: (name: string, bytes: Uint8Array) => void;
  readonly end: () => Uint8Array;
}

/** The earliest date that a ZIP can tell: the same members give the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);
const NOTHING = new Uint8Array(0);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function createZipWriter(): ZipWriter {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    packed.push(part);
  });
  return {
    add: async (name, pieces) => {
      const member = new ZipDeflate(name, { level: 6 });
      member.mtime = ZIP_EPOCH;
      zip.add(member);
      for await (const piece of pieces) member.push(typeof piece === 'string' ? strToU8(piece) : piece);
      member.push(NOTHING, true);
    },
    store: (name, bytes) => {
      const member = new ZipPassThrough(name);
      member.mtime = ZIP_EPOCH;
      zip.add(member);
      member.push(bytes, true);
    },
    end: () => {
      zip.end();
      return joined(packed);
    },
  };
}
