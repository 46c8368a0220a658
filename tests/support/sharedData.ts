/** Real vendor files that lie beside a checkout. They are other people's measurements and are never copied here. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SHARED = resolve(import.meta.dirname, '../../../shared');
const ROOT = join(SHARED, 'data');

export const hasSharedData = existsSync(ROOT);

/** Absolute path of a real file, or null when it is not on this machine. */
export function sharedFile(relativePath: string): string | null {
  const path = join(ROOT, relativePath);
  return existsSync(path) ? path : null;
}

/** Absolute path of a file of reference numbers, or null when it is not on this machine. */
export function referenceFile(name: string): string | null {
  const path = join(SHARED, 'reference', name);
  return existsSync(path) ? path : null;
}

/** Relative paths of all real files below a folder, sorted; empty when there are none on this machine. */
export function sharedFiles(folder: string): readonly string[] {
  const root = join(ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
