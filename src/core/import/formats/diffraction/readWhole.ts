/** Reads a file that must be in memory as a whole, with a limit. */
import type { FileInput } from '#core/import/format.ts';
import type { Problem } from '#core/problem.ts';

export const WHOLE_FILE_LIMIT_BYTES = 256 * 1024 * 1024;

export interface WholeFileLimit {
  /** Begins a sentence. */
  readonly what: string;
  readonly limitBytes: number;
}

const DIFFRACTION: WholeFileLimit = { what: 'A diffraction file', limitBytes: WHOLE_FILE_LIMIT_BYTES };

export type WholeFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: Problem };

/** Problem `file-too-large` above the limit. */
export async function readWhole(
  { source, onBytes }: FileInput,
  limit: WholeFileLimit = DIFFRACTION,
): Promise<WholeFile> {
  if (source.size > limit.limitBytes) return { ok: false, problem: { code: 'file-too-large', ...limit } };
  const bytes = await source.read(0, source.size);
  onBytes(source.size);
  return { ok: true, bytes };
}
