/** SHA-256 of a file by its path, for a worker beside those that read its content. Rejects as a read does. */
import type { PathOptions, PathRequest } from '#jobs/importPath.ts';
import { openFileSource, type NodeFileSource } from '#jobs/nodeFileSource.ts';
import { createNodeHasher } from '#jobs/nodeHasher.ts';

const CHUNK_BYTES = 1024 * 1024;

export async function hashPath(
  { path }: PathRequest,
  { signal }: Pick<PathOptions, 'signal'> = {},
): Promise<string> {
  const opened = await openFileSource(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  try {
    return await hashOf(opened.source, signal);
  } finally {
    await opened.source.close();
  }
}

/** As far as the file went when it was opened, like the reading beside it. */
async function hashOf(source: NodeFileSource, signal: AbortSignal | undefined): Promise<string> {
  const hasher = createNodeHasher();
  const buffer = new Uint8Array(CHUNK_BYTES);
  let done = 0;
  while (done < source.size) {
    signal?.throwIfAborted();
    const target = buffer.subarray(0, Math.min(CHUNK_BYTES, source.size - done));
    const length = await source.readInto(target, done);
    if (length === 0) break;
    hasher.update(target.subarray(0, length));
    done += length;
  }
  return hasher.digest();
}
