/** The contents of a study in memory: in their order, with rows changed, and the same objects where nothing changed. */
import type { Cell, Study } from '#core/project/study.ts';
import type { StoredDataset, StoredImport } from './schema.ts';
import type { RowChange, StudyContents } from './studyStore.ts';

export interface UnsortedContents {
  readonly study: Study;
  readonly cells: readonly Cell[];
  readonly datasets: readonly StoredDataset[];
  readonly imports: readonly StoredImport[];
}

export function sortedContents({ study, cells, datasets, imports }: UnsortedContents): StudyContents {
  return {
    study,
    cells: [...cells].sort(byGroupAndOrder(study)),
    datasets: [...datasets].sort((a, b) => a.fileName.localeCompare(b.fileName) || a.position - b.position),
    imports: [...imports].sort((a, b) => a.importedAt.localeCompare(b.importedAt)),
  };
}

function byGroupAndOrder(study: Study): (a: Cell, b: Cell) => number {
  const rank = new Map(study.groups.map((group, index) => [group.id, index]));
  const rankOf = (cell: Cell) => (cell.groupId === null ? Infinity : (rank.get(cell.groupId) ?? Infinity));
  return (a, b) => {
    const ranks = [rankOf(a), rankOf(b)] as const;
    return ranks[0] === ranks[1] ? a.order - b.order || a.name.localeCompare(b.name) : ranks[0] - ranks[1];
  };
}

/** Fields that the change itself sets: others may have been set since the row was read. */
export function changedFields({ before, after }: RowChange): Readonly<Record<string, unknown>> {
  const was = new Map(Object.entries(before ?? {}));
  return Object.fromEntries(Object.entries(after ?? {}).filter(([field, value]) => was.get(field) !== value));
}

interface Row {
  readonly id: string;
  readonly studyId: string;
}

function withChanges<R extends Row>(
  rows: readonly R[],
  studyId: string,
  changes: readonly RowChange[],
): readonly R[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const change of changes) {
    const { id, before } = change;
    // A change of a table of R holds rows of R.
    const after = change.after as R | null;
    const present = byId.get(id);
    if (after === null) byId.delete(id);
    else if (before === null && after.studyId === studyId) byId.set(id, after);
    else if (present) byId.set(id, { ...present, ...changedFields(change) });
  }
  return [...byId.values()];
}

/** What the study will hold when the database has taken the changes; null when they remove it. */
export function withRows(contents: StudyContents, changes: readonly RowChange[]): StudyContents | null {
  const studyId = contents.study.id;
  const of = (table: RowChange['table']) => changes.filter((change) => change.table === table);
  const own = of('studies').filter(({ id }) => id === studyId);
  if (own.at(-1)?.after === null) return null;
  return sortedContents({
    study: own.reduce((study, change) => ({ ...study, ...changedFields(change) }), contents.study),
    cells: withChanges(contents.cells, studyId, of('cells')),
    datasets: withChanges(contents.datasets, studyId, of('datasets')),
    imports: withChanges(contents.imports, studyId, of('imports')),
  });
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const was = Object.entries(a);
  const is = new Map(Object.entries(b));
  return (
    was.length === is.size && was.every(([field, value]) => is.has(field) && isSame(value, is.get(field)))
  );
}

function sameRows<R extends { readonly id: string }>(before: readonly R[], now: readonly R[]): readonly R[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = now.map((row) => {
    const was = known.get(row.id);
    return was !== undefined && isSame(was, row) ? was : row;
  });
  const changed = kept.length !== before.length || kept.some((row, i) => row !== before[i]);
  return changed ? kept : before;
}

/** `now`, made of the objects of `before` where they are equal, so that nobody draws anew what has not changed. */
export function sameContents(before: StudyContents, now: StudyContents): StudyContents {
  const kept = {
    study: isSame(before.study, now.study) ? before.study : now.study,
    cells: sameRows(before.cells, now.cells),
    datasets: sameRows(before.datasets, now.datasets),
    imports: sameRows(before.imports, now.imports),
  };
  const changed =
    kept.study !== before.study ||
    kept.cells !== before.cells ||
    kept.datasets !== before.datasets ||
    kept.imports !== before.imports;
  return changed ? kept : before;
}
