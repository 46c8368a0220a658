/** Tells archives apart by the names of their members, which stand in front of each of them. */
import type { FileHead } from '#core/import/format.ts';
import { startsWith } from '#core/import/startsWith.ts';

const LOOKED_AT_BYTES = 16_384;

/** True for a ZIP archive whose first bytes name such a member. */
export function zipHolds({ bytes }: Pick<FileHead, 'bytes'>, member: RegExp): boolean {
  if (!startsWith(bytes, 'PK\x03\x04')) return false;
  return member.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, LOOKED_AT_BYTES)));
}
