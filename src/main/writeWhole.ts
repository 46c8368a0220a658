/** Writes a file whole or not at all. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { draftName, removeStaleDrafts } from '#jobs/drafts.ts';

/**
 * Written beside its place and moved there, so that a file of that name is never left half overwritten. What an
 * earlier save left that was killed half way goes too.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const directory = dirname(path);
  await removeStaleDrafts(directory);
  const draft = join(directory, draftName());
  try {
    await writeFile(draft, bytes, { flush: true });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
