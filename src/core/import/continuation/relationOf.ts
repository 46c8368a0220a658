import { isPrefix } from '#core/import/continuation/rowsWithin.ts';
import type { ImportedRun } from '#core/import/continuation/findDuplicateRuns.ts';

/**
 * What a newly imported run is to one imported before. `identical`: equal bytes. `grown`: the old rows are the first
 * rows of the new ones, so the new run replaces the old. `older`: the reverse, the file is an earlier copy.
 */
export type RunRelation = 'identical' | 'grown' | 'older' | 'different';

export function relationOf(old: ImportedRun, fresh: ImportedRun): RunRelation {
  if (old.receipt.file.sha256 === fresh.receipt.file.sha256) {
    return old.dataset.label === fresh.dataset.label ? 'identical' : 'different';
  }
  if (old.dataset.rows === 0 || fresh.dataset.rows === 0) return 'different';
  if (isPrefix(fresh.dataset, old.dataset)) return 'grown';
  return isPrefix(old.dataset, fresh.dataset) ? 'older' : 'different';
}
