/** Changes of a study itself and of its groups. */
import type { Cell, Group, Study } from '#core/project/study.ts';
import { ownSettings, type OwnSettings } from '#core/project/ownSettings.ts';
import { nextGroupColour } from '#core/project/groupPalette.ts';
import { text } from '../../text/text.ts';
import type { Change, RowChange, StudyContents } from '../studyStore.ts';

export type NewStudy = Pick<Study, 'name'> &
  Partial<Pick<Study, 'question' | 'simulated' | 'groups'>> &
  OwnSettings;

export function newStudy(described: NewStudy): Study {
  const { name, question = '', simulated = false, groups = [] } = described;
  const createdAt = new Date().toISOString();
  const own = { question, simulated, groups, ...ownSettings(described) };
  return { id: crypto.randomUUID(), name, createdAt, ...own };
}

export function newGroup(name: string, groups: readonly Group[]): Group {
  const colour = nextGroupColour(groups.map((group) => group.colour));
  return { id: crypto.randomUUID(), name, colour };
}

export function addStudy(study: Study, cells: readonly Cell[] = []): Change {
  const rows: RowChange[] = [{ table: 'studies', id: study.id, before: null, after: study }];
  for (const cell of cells) rows.push({ table: 'cells', id: cell.id, before: null, after: cell });
  return { label: text.changes.addStudy(study.name), rows };
}

export function updateStudy(study: Study, patch: Partial<Study>, label: string): Change {
  return { label, rows: [studyRow(study, { ...study, ...patch })] };
}

/** With everything in it; the space is free when the change is done. */
export function removeStudy({ study, cells, datasets, imports }: StudyContents): Change {
  const rows: RowChange[] = [{ table: 'studies', id: study.id, before: study, after: null }];
  for (const row of cells) rows.push({ table: 'cells', id: row.id, before: row, after: null });
  for (const row of datasets) rows.push({ table: 'datasets', id: row.id, before: row, after: null });
  for (const row of imports) rows.push({ table: 'imports', id: row.id, before: row, after: null });
  return { label: text.changes.removeStudy(study.name), rows };
}

export function updateGroup(study: Study, groupId: string, patch: Partial<Group>): Change {
  const groups = study.groups.map((group) => (group.id === groupId ? { ...group, ...patch } : group));
  return updateStudy(study, { groups }, text.changes.updateGroup);
}

/** The cells of the group stay and have no group. */
export function removeGroup({ study, cells }: StudyContents, groupId: string): Change {
  const groups = study.groups.filter((group) => group.id !== groupId);
  const freed = cells.filter((cell) => cell.groupId === groupId);
  const rows = freed.map((cell): RowChange => ({
    table: 'cells',
    id: cell.id,
    before: cell,
    after: { ...cell, groupId: null },
  }));
  return { label: text.changes.removeGroup, rows: [studyRow(study, { ...study, groups }), ...rows] };
}

function studyRow(before: Study, after: Study): RowChange {
  return { table: 'studies', id: before.id, before, after };
}
