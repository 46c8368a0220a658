/** Changes of cells. A group that is named for the first time comes into being with the change. */
import type { Cell, Group, Study } from '#core/project/study.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { text } from '../../text/text.ts';
import type { Change, RowChange, StudyContents } from '../studyStore.ts';
import { newGroup } from './studyChanges.ts';

export type CellPatch = Partial<Omit<Cell, 'id' | 'studyId' | 'order'>>;

/** A patch as it is typed: the group by its name. */
export interface CellEdit {
  /** Null = a new cell. */
  readonly cellId: string | null;
  readonly patch: CellPatch;
  /** Name of the group; empty = no group; undefined = as it is. */
  readonly groupName?: string;
}

export function newCell(studyId: string, order: number, patch: CellPatch): Cell {
  return {
    id: crypto.randomUUID(),
    studyId,
    groupId: null,
    name: '',
    ...UNKNOWN_CELL,
    ...patch,
    order,
  };
}

/** Groups of the study, with those that the edits name for the first time. */
function groupsWith(study: Study, edits: readonly CellEdit[]): readonly Group[] {
  const groups = [...study.groups];
  for (const { groupName } of edits) {
    if (groupName === undefined || groupName === '') continue;
    if (!findGroup(groups, groupName)) groups.push(newGroup(groupName, groups));
  }
  return groups;
}

/** By name; capitals do not make another group. */
export function findGroup(groups: readonly Group[], name: string): Group | undefined {
  return groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
}

export function nextOrder(cells: readonly Cell[]): number {
  return Math.max(-1, ...cells.map((cell) => cell.order)) + 1;
}

export interface EditedCells {
  readonly rows: readonly RowChange[];
  /** The cells after the change, in the order of the edits. */
  readonly cells: readonly Cell[];
}

/** Rows of any number of edits of old and new cells. */
export function cellEditRows({ study, cells }: StudyContents, edits: readonly CellEdit[]): EditedCells {
  const groups = groupsWith(study, edits);
  const rows: RowChange[] = [];
  if (groups.length > study.groups.length) {
    rows.push({ table: 'studies', id: study.id, before: study, after: { ...study, groups } });
  }
  let order = nextOrder(cells);
  const after = edits.map(({ cellId, patch, groupName }) => {
    const before = cells.find((cell) => cell.id === cellId) ?? null;
    const grouping = groupName === undefined ? {} : { groupId: findGroup(groups, groupName)?.id ?? null };
    const edited = { ...(before ?? newCell(study.id, order++, {})), ...patch, ...grouping };
    rows.push({ table: 'cells', id: edited.id, before, after: edited });
    return edited;
  });
  return { rows, cells: after };
}

export function editCells(contents: StudyContents, edits: readonly CellEdit[], label: string): Change {
  return { label, rows: cellEditRows(contents, edits).rows };
}

/** One patch for several cells. */
export function patchCells(cells: readonly Cell[], patch: CellPatch, label: string): Change {
  const rows = cells.map((cell): RowChange => ({
    table: 'cells',
    id: cell.id,
    before: cell,
    after: { ...cell, ...patch },
  }));
  return { label, rows };
}

/** Measurements of a removed cell stay in the study and belong to no cell. */
export function removeCells({ cells, datasets }: StudyContents, ids: ReadonlySet<string>): Change {
  const gone = cells.filter((cell) => ids.has(cell.id));
  const freed = datasets.filter((dataset) => dataset.cellId !== null && ids.has(dataset.cellId));
  return {
    label: text.changes.removeCells(gone.length),
    rows: [
      ...freed.map((row): RowChange => ({
        table: 'datasets',
        id: row.id,
        before: row,
        after: { ...row, cellId: null },
      })),
      ...gone.map((row): RowChange => ({ table: 'cells', id: row.id, before: row, after: null })),
    ],
  };
}
