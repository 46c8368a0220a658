/** Runs that were imported twice: the same file under two names, or a part (a loop) beside the file it was cut from. */
import type { Dataset } from '#core/dataset.ts';
import type { Receipt } from '#core/import/receipt.ts';
import { rowsWithin } from '#core/import/continuation/rowsWithin.ts';

export interface ImportedRun {
  readonly dataset: Dataset;
  readonly receipt: Pick<Receipt, 'file'>;
}

export interface DuplicateRun {
  /** same-content: equal bytes. part-of: the rows of `child` stand in `parent` from `firstRow` (from 0) on. */
  readonly kind: 'same-content' | 'part-of';
  /** Indexes into the list given. */
  readonly parent: number;
  readonly child: number;
  readonly firstRow: number;
}

/** Fewer rows than this could agree by chance (a rest at 0 V). */
const MIN_ROWS = 5;

/** Every run that is already there as another one or as a part of it, each once, under its longest parent. */
export function findDuplicateRuns(runs: readonly ImportedRun[]): DuplicateRun[] {
  const byLength = runs.map((_, i) => i).sort((a, b) => rowsOf(runs, b) - rowsOf(runs, a) || a - b);
  const found: DuplicateRun[] = [];
  byLength.forEach((child, k) => {
    for (const parent of byLength.slice(0, k)) {
      const duplicate = relate(runs, parent, child);
      if (duplicate) {
        found.push(duplicate);
        return;
      }
    }
  });
  return found;
}

function relate(runs: readonly ImportedRun[], parent: number, child: number): DuplicateRun | null {
  const [whole, part] = [runs[parent], runs[child]];
  if (!whole || !part || whole.dataset.kind !== part.dataset.kind) return null;
  const sameFile = whole.receipt.file.sha256 === part.receipt.file.sha256;
  if (sameFile && whole.dataset.label !== part.dataset.label) return null;
  if (sameFile) return { kind: 'same-content', parent, child, firstRow: 0 };
  if (part.dataset.rows < MIN_ROWS) return null;
  const firstRow = rowsWithin(whole.dataset, part.dataset);
  return firstRow < 0 ? null : { kind: 'part-of', parent, child, firstRow };
}

function rowsOf(runs: readonly ImportedRun[], index: number): number {
  return runs[index]?.dataset.rows ?? 0;
}
