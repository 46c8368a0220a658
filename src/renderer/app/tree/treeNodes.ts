/** The study as the rows of a tree: groups → cells → files → measurements, and at the end what belongs to no cell. */
import { cellColours } from '#core/project/cellColours.ts';
import type { Cell } from '#core/project/study.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { fileNodes } from './fileNodes.ts';
import { failedChecks, isOpen, matches, type Sieve, type TreeNode, type TreeView } from './treeNode.ts';

const UNASSIGNED = 'unassigned';

/** The rows that are on screen, from top to bottom. */
export function treeNodes(contents: StudyContents, view: TreeView): readonly TreeNode[] {
  const sieve: Sieve = { view, contents, colours: cellColours(contents.study, contents.cells) };
  const groups = contents.study.groups.flatMap((group) =>
    groupNodes(sieve, group.id, { label: group.name, colour: group.colour }),
  );
  const loose = contents.cells.some(({ groupId }) => groupId === null)
    ? groupNodes(sieve, null, { label: text.tree.noGroup, colour: null })
    : [];
  return [...groups, ...loose, ...unassignedNodes(sieve)];
}

function groupNodes(
  sieve: Sieve,
  groupId: string | null,
  { label, colour }: { label: string; colour: string | null },
): readonly TreeNode[] {
  const key = `group:${groupId ?? 'none'}`;
  const cells = sieve.contents.cells.filter((cell) => cell.groupId === groupId);
  const children = cells.flatMap((cell) => cellNodes(sieve, cell, { key, label }));
  if (sieve.view.query !== '' && children.length === 0) return [];
  const expanded = isOpen(sieve.view, key, true);
  const node: TreeNode = {
    key,
    kind: 'group',
    level: 1,
    label,
    detail: text.tree.cells(cells.length),
    colour,
    dimmed: false,
    failedChecks: 0,
    expandable: cells.length > 0,
    expanded,
    parentKey: null,
    cellIds: cells.map(({ id }) => id),
    datasetIds: [],
  };
  return expanded ? [node, ...children] : [node];
}

function cellNodes(
  sieve: Sieve,
  cell: Cell,
  parent: { readonly key: string; readonly label: string },
): readonly TreeNode[] {
  const key = `cell:${cell.id}`;
  const own = sieve.contents.datasets.filter(({ cellId }) => cellId === cell.id);
  const cellMatches = matches(sieve.view.query, cell.name, parent.label);
  const shown = cellMatches ? own : own.filter((row) => matches(sieve.view.query, row.fileName, row.label));
  if (!cellMatches && shown.length === 0) return [];
  const expanded = isOpen(sieve.view, key, false);
  const node: TreeNode = {
    key,
    kind: 'cell',
    level: 2,
    label: cell.name === '' ? text.tree.unnamedCell : cell.name,
    detail: own.length === 0 ? text.tree.noFiles : String(own.length),
    colour: sieve.colours.get(cell.id) ?? null,
    dimmed: cell.exclusionReason !== null,
    failedChecks: failedChecks(sieve, own),
    expandable: own.length > 0,
    expanded,
    parentKey: parent.key,
    cellIds: [cell.id],
    datasetIds: [],
  };
  return expanded ? [node, ...fileNodes(sieve, shown, { key, level: 2 })] : [node];
}

function unassignedNodes(sieve: Sieve): readonly TreeNode[] {
  const { view, contents } = sieve;
  const key = UNASSIGNED;
  const rows = contents.datasets.filter(
    (row) => row.cellId === null && matches(view.query, row.fileName, row.label),
  );
  if (rows.length === 0) return [];
  const expanded = isOpen(view, key, true);
  const node: TreeNode = {
    key,
    kind: 'unassigned',
    level: 1,
    label: text.tree.unassigned,
    detail: String(rows.length),
    colour: null,
    dimmed: false,
    failedChecks: 0,
    expandable: true,
    expanded,
    parentKey: null,
    cellIds: [],
    datasetIds: rows.map(({ id }) => id),
  };
  return expanded ? [node, ...fileNodes(sieve, rows, { key, level: 1 })] : [node];
}
