import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { Group } from '#core/project/study.ts';

/** Cells of one kind whose groups are held against each other. */
export interface ComparedCells {
  /** Metal and electrolyte, for people. */
  readonly set: string;
  /** Excluded cells among them. */
  readonly cells: readonly CellMetrics[];
  /** In the order of the comparison: ratios are of the first over the second. At least two. */
  readonly groups: readonly Pick<Group, 'id' | 'name'>[];
}
