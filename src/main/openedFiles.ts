/** Files opened from outside (command line, association, second start), waiting until a window takes them. */
import type { HostFile } from '#ipc/contract.ts';
import type { FileTable } from './fileTable.ts';
import { listFiles } from './listFiles.ts';

export interface OpenedFiles {
  add(paths: readonly string[]): Promise<void>;
  take(): Promise<readonly HostFile[]>;
}

export function createOpenedFiles(files: FileTable, announce: () => void): OpenedFiles {
  let waiting: HostFile[] = [];
  let listing: Promise<void> = Promise.resolve();
  const list = async (paths: readonly string[]) => {
    const found = await listFiles(paths);
    waiting.push(...found.map((file) => files.add(file)));
  };
  return {
    async add(paths) {
      if (paths.length === 0) return;
      listing = listing.then(() => list(paths));
      await listing;
      announce();
    },
    async take() {
      await listing;
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
