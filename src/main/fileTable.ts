/** The paths the user opened, by opaque handle. The window never names a path; it can only name a handle from here. */
import { randomUUID } from 'node:crypto';
import type { HostFile } from '#ipc/contract.ts';
import type { FoundFile } from './listFiles.ts';

export interface FileTable {
  add(file: FoundFile): HostFile;
  /** Throws for a handle this table did not give out. */
  path(handle: string): string;
}

export function createFileTable(): FileTable {
  const handleOf = new Map<string, string>();
  const pathOf = new Map<string, string>();
  return {
    add({ path, name, size }) {
      const handle = handleOf.get(path) ?? randomUUID();
      handleOf.set(path, handle);
      pathOf.set(handle, path);
      return { name, size, handle };
    },
    path(handle) {
      const path = pathOf.get(handle);
      if (path === undefined) throw new Error('This file was not opened by the user.');
      return path;
    },
  };
}
