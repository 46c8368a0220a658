/**
 * Results of a batch that is under way, one a line, beside the tables that will be written: a batch that was broken off
 * goes on from there. The key of a line holds everything that its result depends on.
 */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BatchItem, BatchRequest } from '#core/eis/batchItem.ts';
import { CORE_VERSION } from '#core/version.ts';

export interface FinishedItems {
  readonly get: (request: BatchRequest) => BatchItem | undefined;
  readonly keep: (request: BatchRequest, item: BatchItem) => Promise<void>;
  /** Takes the file away once the tables are written. */
  readonly remove: () => Promise<void>;
}

const FILE = 'unfinished-batch.txt';

/** Rejects when the folder cannot be written to. */
export async function openFinishedItems(directory: string): Promise<FinishedItems> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, FILE);
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = new Map(text.split('\n').flatMap((line) => wholeLine(line)));
  return {
    get: (request) => {
      const kept = lines.get(keyOf(request));
      return kept === undefined ? undefined : (deserialize(Buffer.from(kept, 'base64')) as BatchItem);
    },
    // A line break ahead: what a kill left of a line does not spoil the next one.
    keep: (request, item) => appendFile(path, `\n${keyOf(request)} ${serialize(item).toString('base64')} .`),
    remove: () => rm(path, { force: true }),
  };
}

/** The last line of a program that was killed may lack its end. */
function wholeLine(line: string): readonly (readonly [string, string])[] {
  const [key, item, end] = line.split(' ');
  return key && item && end === '.' ? [[key, item]] : [];
}

function keyOf(request: BatchRequest): string {
  return createHash('sha256').update(CORE_VERSION).update(serialize(request)).digest('hex');
}
