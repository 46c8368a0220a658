/** Paths of URLs made to paths of files, inside one folder. */
import { resolve, sep } from 'node:path';

/**
 * The file below the root that a path of an URL names, or null when it would lie outside. A backslash and a colon mean
 * folders, drives and hidden streams on Windows, and no file of the renderer has either in its name.
 */
export function fileBelow(root: string, urlPath: string): string | null {
  try {
    const decoded = decodeURIComponent(urlPath);
    if (/[\\:\0]/u.test(decoded)) return null;
    const path = resolve(root, `.${decoded}`);
    return path.startsWith(root + sep) ? path : null;
  } catch {
    return null;
  }
}
