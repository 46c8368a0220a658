/** Files named by the user, folders opened up. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** File name; below a folder the path from that folder, with forward slashes. */
  readonly name: string;
  readonly size: number;
}

/** More than this is not a folder of measurements but a disk dropped by mistake. */
export const MOST_FILES = 20_000;

interface Walk {
  readonly found: FoundFile[];
  /** Folders already opened, by their real path: a link that leads back up is not followed again. */
  readonly opened: Set<string>;
  readonly most: number;
}

/** Null for what cannot be looked at: it stays in the list, so that its import says what is wrong with it. */
async function look(path: string): Promise<{ readonly size: number; readonly isFolder: boolean } | null> {
  return stat(path).then(
    (stats) => ({ size: stats.size, isFolder: stats.isDirectory() }),
    () => null,
  );
}

function addFile(walk: Walk, file: FoundFile): void {
  if (walk.found.length >= walk.most)
    throw new Error(`There are more than ${walk.most} files here; choose a smaller folder.`);
  walk.found.push(file);
}

async function visit(walk: Walk, path: string, name: string): Promise<void> {
  const seen = await look(path);
  if (seen?.isFolder) await visitFolder(walk, path, name);
  else addFile(walk, { path, name, size: seen?.size ?? 0 });
}

/** A folder that may not be read stands in the list itself, and is refused by name. */
async function visitFolder(walk: Walk, folder: string, name: string): Promise<void> {
  const real = await realpath(folder);
  if (walk.opened.has(real)) return;
  walk.opened.add(real);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) addFile(walk, { path: folder, name: name || basename(folder), size: 0 });
  else
    for (const entry of visible(entries)) await visit(walk, join(folder, entry.name), nameBelow(name, entry));
}

/** Files of the system (.DS_Store) and of a version control are nobody's measurements. */
function visible(entries: readonly Dirent[]): readonly Dirent[] {
  return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameBelow(name: string, entry: Dirent): string {
  return name === '' ? entry.name : `${name}/${entry.name}`;
}

async function listPath(path: string, most: number): Promise<readonly FoundFile[]> {
  const walk: Walk = { found: [], opened: new Set(), most };
  const isFolder = (await look(path))?.isFolder ?? false;
  await visit(walk, path, isFolder ? '' : basename(path));
  return walk.found;
}

/** Throws when there are more than `most` files below one of the paths. */
export async function listFiles(paths: readonly string[], most = MOST_FILES): Promise<readonly FoundFile[]> {
  const lists = await Promise.all(paths.map((path) => listPath(path, most)));
  return lists.flat();
}
