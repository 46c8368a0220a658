import type { StudyDatabase } from './schema.ts';

/** Dexie multiplies its versions by ten, and counts single steps itself when it repairs an index. */
const NATIVE_STEPS = 10;

/**
 * Whether a newer version of this program made the database. To be asked before its first use: Dexie opens it all the
 * same, and tables that it does not know would be lost or left out of step with the others.
 */
export async function isFromNewerVersion({ name, verno }: StudyDatabase): Promise<boolean> {
  const known = await indexedDB.databases();
  const stored = known.find((database) => database.name === name)?.version ?? 0;
  return stored >= (verno + 1) * NATIVE_STEPS;
}
