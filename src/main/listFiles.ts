/** Files named by the user, folders opened up. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** File name; below a folder the path from that folder, with forward slashes. */
  readonly name: string;
  readonly size: number;
}

/** A path that cannot be looked at stays in the list with size 0, so that its import says what is wrong with it. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
}

async function listFolder(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      name: relative(folder, path).split(sep).join('/'),
      size: await sizeOf(path),
    })),
  );
}

export async function listFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (stats) => stats.isDirectory(),
        () => false,
      );
      return isFolder ? listFolder(path) : [{ path, name: basename(path), size: await sizeOf(path) }];
    }),
  );
  return lists.flat();
}
