/** What a naming pattern would do to the files that belong to no cell: shown before it is done. */
import { matchName, type NameFields, type NamingPattern } from '#core/project/namingPattern.ts';
import type { Cell, StateTag } from '#core/project/study.ts';
import { cellEditRows, findGroup, type CellEdit, type CellPatch } from '../../store/changes/cellChanges.ts';
import type { StoredDataset } from '../../store/schema.ts';
import type { Change, RowChange, StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';

export interface NamedFile {
  readonly fileName: string;
  readonly datasets: readonly StoredDataset[];
  /** Null when the name does not follow the pattern. */
  readonly fields: NameFields | null;
  readonly cellName: string;
  /** The cell that is there already, else one comes into being. */
  readonly cell: Cell | null;
}

const METALS = ['Li', 'Na', 'K', 'Zn', 'Al', 'Mg'] as const;

function cellNameOf({ cell, group }: NameFields): string {
  return cell ?? group ?? '';
}

/** A cell of that name in that group; without a group in the name, in any. */
function existingCell({ study, cells }: StudyContents, fields: NameFields): Cell | null {
  const name = cellNameOf(fields).toLowerCase();
  const group = fields.group === undefined ? null : findGroup(study.groups, fields.group);
  if (group === undefined) return null;
  const found = cells.find(
    (cell) => cell.name.toLowerCase() === name && (group === null || cell.groupId === group.id),
  );
  return found ?? null;
}

export function filesByName(contents: StudyContents, pattern: NamingPattern): readonly NamedFile[] {
  const loose = contents.datasets.filter(({ cellId }) => cellId === null);
  return [...new Set(loose.map(({ fileName }) => fileName))].map((fileName) => {
    const fields = matchName(pattern, fileName);
    return {
      fileName,
      datasets: loose.filter((row) => row.fileName === fileName),
      fields,
      cellName: fields ? cellNameOf(fields) : '',
      cell: fields ? existingCell(contents, fields) : null,
    };
  });
}

function stateOf({ cycle }: NameFields): StateTag | null {
  if (cycle === undefined) return null;
  const number = Number(cycle);
  return number === 0 ? { kind: 'pristine' } : { kind: 'after-cycle', cycle: number };
}

function patchOf(fields: NameFields): CellPatch {
  const metal = METALS.find((candidate) => candidate.toLowerCase() === fields.metal?.toLowerCase());
  return {
    name: cellNameOf(fields),
    ...(fields.coating === undefined ? {} : { coating: fields.coating }),
    ...(fields.electrolyte === undefined ? {} : { electrolyte: fields.electrolyte }),
    ...(metal === undefined ? {} : { metal }),
  };
}

/** Files of one cell have one key. */
function cellKey({ fields, cell }: NamedFile): string {
  return cell?.id ?? `${fields?.group ?? ''}\n${fields ? cellNameOf(fields) : ''}`.toLowerCase();
}

function editOf({ cell, fields }: NamedFile): CellEdit {
  // A cell that is there keeps what the user gave it; names only fill new cells.
  if (cell) return { cellId: cell.id, patch: {} };
  const patch = fields ? patchOf(fields) : {};
  return fields?.group === undefined
    ? { cellId: null, patch }
    : { cellId: null, patch, groupName: fields.group };
}

/** Assigns every file that follows the pattern, with new cells and groups where they are missing. */
export function assignByName(contents: StudyContents, files: readonly NamedFile[]): Change {
  const named = files.filter(({ fields }) => fields !== null);
  const byCell = new Map(named.map((file) => [cellKey(file), file]));
  const { rows, cells } = cellEditRows(contents, [...byCell.values()].map(editOf));
  const cellIds = new Map([...byCell.keys()].map((key, index) => [key, cells[index]?.id ?? null]));
  const assigned = named.flatMap((file) =>
    file.datasets.map((row): RowChange => {
      const state = (file.fields && stateOf(file.fields)) ?? row.state;
      const after = { ...row, cellId: cellIds.get(cellKey(file)) ?? null, state };
      return { table: 'datasets', id: row.id, before: row, after };
    }),
  );
  return { label: text.changes.assignByName(assigned.length), rows: [...rows, ...assigned] };
}
