/** Which format a file's content is of, or what it is instead. */
import type { FileHead, Format } from '#core/import/format.ts';
import { FORMATS } from '#core/import/formats.ts';
import type { Problem } from '#core/problem.ts';

export type Recognition =
  | { readonly ok: true; readonly format: Format }
  | { readonly ok: false; readonly problem: Problem };

/** Asks the formats in their order. Problems: `empty-file`, `malformed` for lines without line feeds, `unknown-format`. */
export function recognise(head: FileHead, formats: readonly Format[] = FORMATS): Recognition {
  if (head.size === 0 || head.bytes.length === 0) return { ok: false, problem: { code: 'empty-file' } };
  if (endsLinesInCarriageReturns(head)) return { ok: false, problem: NO_LINE_FEEDS };
  const format = formats.find((each) => each.recognise(head));
  if (format) return { ok: true, format };
  return { ok: false, problem: { code: 'unknown-format', firstBytes: firstBytes(head) } };
}

const NO_LINE_FEEDS: Problem = {
  code: 'malformed',
  what: 'its lines end in carriage returns alone, as on old Macs; save it again with line feeds',
};

function endsLinesInCarriageReturns({ encoding, text }: FileHead): boolean {
  return encoding !== 'binary' && !text.includes('\n') && /\r[^\r]+\r/u.test(text);
}

/** The first bytes for a message: quoted if they read as text, hexadecimal otherwise. */
function firstBytes(head: FileHead): string {
  const text = head.text.slice(0, 24).split(/[\r\n]/, 1)[0] ?? '';
  if (/^[\p{L}\p{N}\p{P}\p{S} \t]+$/u.test(text)) return `“${text.trim()}”`;
  return [...head.bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
