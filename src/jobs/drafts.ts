/**
 * Files that are not finished yet, hidden beside the place where they will stand. The name carries the process that
 * writes, so that what a killed process left can be told from what another one is writing now.
 */
import { randomUUID } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const DRAFT = /^\.amalgam-(\d+)-[\da-f-]{36}\.part$/;
/** On a folder shared between machines a process number says nothing; no conversion writes nothing for so long. */
const ABANDONED_AFTER_MS = 24 * 3600 * 1000;

export function draftName(): string {
  return `.amalgam-${process.pid}-${randomUUID()}.part`;
}

/** Removes drafts of processes that run no more; a folder that cannot be listed keeps them. */
export async function removeStaleDrafts(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names) {
    const writer = DRAFT.exec(name)?.[1];
    if (writer === undefined) continue;
    const path = join(directory, name);
    if (!isRunning(Number(writer)) || (await isOld(path))) await unlink(path).catch(() => undefined);
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

/** Signal 0 only asks; another user's process answers with a refusal and is running. */
function isRunning(process_id: number): boolean {
  try {
    process.kill(process_id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
