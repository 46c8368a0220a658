/** Which format a file's content is of, or what it is instead. */
import type { FileHead, Format } from '#core/import/format.ts';
import { FORMATS } from '#core/import/formats.ts';
import { startsWith } from '#core/import/startsWith.ts';
import type { Problem } from '#core/problem.ts';

export type Recognition =
  { readonly ok: true; readonly format: Format } | { readonly ok: false; readonly problem: Problem };

interface KnownSignature {
  readonly bytes: string;
  readonly format: string;
  readonly advice: string;
}

const EXPORT_TEXT = 'Export the measurement as text or CSV from the instrument software.';

/** Containers that are common beside measurements and that no reader here opens; bytes as Latin-1. */
const KNOWN_UNSUPPORTED: readonly KnownSignature[] = [
  {
    bytes: 'PK\x03\x04',
    format: 'a ZIP archive (also .xlsx and .ndax)',
    advice: `Unpack it. ${EXPORT_TEXT}`,
  },
  { bytes: 'NEWARE', format: 'a Neware binary file (.nda)', advice: 'Export it as CSV from BTSDA.' },
  { bytes: '\xd0\xcf\x11\xe0', format: 'an old Office document (.xls, .doc)', advice: EXPORT_TEXT },
  { bytes: '\x00\x01\x00\x00Standard ', format: 'an Access database (Arbin .res)', advice: EXPORT_TEXT },
  { bytes: '\x89HDF', format: 'an HDF5 file', advice: EXPORT_TEXT },
  { bytes: 'PAR1', format: 'a Parquet file', advice: EXPORT_TEXT },
  { bytes: '\x1f\x8b', format: 'a gzip archive', advice: 'Unpack it and import the file inside.' },
  { bytes: '7z\xbc\xaf', format: 'a 7-Zip archive', advice: 'Unpack it and import the file inside.' },
  { bytes: 'Rar!', format: 'a RAR archive', advice: 'Unpack it and import the file inside.' },
  { bytes: '%PDF', format: 'a PDF document', advice: EXPORT_TEXT },
  { bytes: '\x89PNG', format: 'a PNG image', advice: EXPORT_TEXT },
  { bytes: '\xff\xd8\xff', format: 'a JPEG image', advice: EXPORT_TEXT },
  { bytes: '<!DOCTYPE html', format: 'a web page', advice: 'Download the data file itself.' },
  { bytes: '<html', format: 'a web page', advice: 'Download the data file itself.' },
  {
    bytes: 'version https://git-lfs',
    format: 'a Git LFS pointer',
    advice: 'Run `git lfs pull` to get the file that it stands for.',
  },
];

/** Asks the formats in their order. Problems: `empty-file`, `known-unsupported`, `unknown-format`. */
export function recognise(head: FileHead, formats: readonly Format[] = FORMATS): Recognition {
  if (head.size === 0 || head.bytes.length === 0) return { ok: false, problem: { code: 'empty-file' } };
  const format = formats.find((each) => each.recognise(head));
  if (format) return { ok: true, format };
  const known = KNOWN_UNSUPPORTED.find((each) => startsWith(head.bytes, each.bytes));
  if (known) {
    return { ok: false, problem: { code: 'known-unsupported', format: known.format, advice: known.advice } };
  }
  return { ok: false, problem: { code: 'unknown-format', firstBytes: firstBytes(head) } };
}

/** The first bytes for a message: quoted if they read as text, hexadecimal otherwise. */
function firstBytes(head: FileHead): string {
  const text = head.text.slice(0, 24).split(/[\r\n]/, 1)[0] ?? '';
  if (/^[\p{L}\p{N}\p{P}\p{S} \t]+$/u.test(text)) return `“${text.trim()}”`;
  return [...head.bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
