/** Names that the window proposes for files. */
import { basename } from 'node:path';

/** A name without a place, and without what one of the three systems refuses in names. */
export function plainFileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replace(/[<>:"|?*\p{Cc}]/gu, '_');
  return last.replace(/^\.+/u, '') || 'untitled';
}
