/** One row of the study tree, and what all rows are made with. */
import type { StoredDataset } from '../../store/schema.ts';
import type { StudyContents } from '../../store/studyStore.ts';

export interface TreeNode {
  readonly key: string;
  readonly kind: 'group' | 'cell' | 'file' | 'dataset' | 'unassigned';
  /** 1 for the outermost rows. */
  readonly level: number;
  readonly label: string;
  readonly detail: string;
  readonly colour: string | null;
  readonly dimmed: boolean;
  /** Checks that failed in the files of this row. */
  readonly failedChecks: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
  readonly parentKey: string | null;
  /** What is chosen when the row is chosen. */
  readonly cellIds: readonly string[];
  readonly datasetIds: readonly string[];
}

export interface TreeView {
  /** Rows whose state differs from their first one: groups begin open, cells and files closed. */
  readonly toggled: ReadonlySet<string>;
  readonly query: string;
}

export interface Sieve {
  readonly view: TreeView;
  readonly contents: StudyContents;
  readonly colours: ReadonlyMap<string, string>;
}

export function isOpen({ query, toggled }: TreeView, key: string, atFirst: boolean): boolean {
  return query !== '' || toggled.has(key) !== atFirst;
}

export function matches(query: string, ...texts: readonly string[]): boolean {
  return query === '' || texts.some((candidate) => candidate.toLowerCase().includes(query.toLowerCase()));
}

/** Checks that failed in the files of these measurements. */
export function failedChecks({ contents }: Sieve, rows: readonly StoredDataset[]): number {
  const files = new Set(rows.map(({ importId }) => importId));
  return contents.imports
    .filter(({ id }) => files.has(id))
    .flatMap(({ receipt }) => receipt.checks)
    .filter(({ status }) => status === 'failed').length;
}

/** Whether measurements or cells may be dropped on the row. */
export function acceptsRows({ kind }: TreeNode): boolean {
  return kind !== 'dataset' && kind !== 'file';
}
