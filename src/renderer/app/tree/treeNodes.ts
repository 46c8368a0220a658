/** The study as the rows of a tree: groups → cells → measurements, and at the end what belongs to no cell. */
import { cellColours } from '#core/project/cellColours.ts';
import type { Cell } from '#core/project/study.ts';
import type { StoredDataset } from '../../store/schema.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { stateWords } from '../../text/stateWords.ts';

export interface TreeNode {
  readonly key: string;
  readonly kind: 'group' | 'cell' | 'dataset' | 'unassigned';
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
  /** Rows whose state differs from their first one: groups begin open, cells closed. */
  readonly toggled: ReadonlySet<string>;
  readonly query: string;
}

const UNASSIGNED = 'unassigned';

interface Sieve {
  readonly view: TreeView;
  readonly contents: StudyContents;
  readonly colours: ReadonlyMap<string, string>;
}

function isOpen({ query, toggled }: TreeView, key: string, atFirst: boolean): boolean {
  return query !== '' || toggled.has(key) !== atFirst;
}

function matches(query: string, ...texts: readonly string[]): boolean {
  return query === '' || texts.some((candidate) => candidate.toLowerCase().includes(query.toLowerCase()));
}

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

function failedChecks({ contents }: Sieve, rows: readonly StoredDataset[]): number {
  const files = new Set(rows.map(({ importId }) => importId));
  return contents.imports
    .filter(({ id }) => files.has(id))
    .flatMap(({ receipt }) => receipt.checks)
    .filter(({ status }) => status === 'failed').length;
}

/** The checks of a file look at its run; where there is one, its spectra do not repeat the mark. */
function bearsChecks({ contents }: Sieve, row: StoredDataset): boolean {
  if (row.kind === 'cycling') return true;
  return !contents.datasets.some(({ importId, kind }) => importId === row.importId && kind === 'cycling');
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
  return expanded ? [node, ...shown.map((row) => datasetNode(sieve, row, key))] : [node];
}

function datasetNode(sieve: Sieve, row: StoredDataset, parentKey: string): TreeNode {
  const { contents } = sieve;
  // What a file holds is named only where the name of the file is not enough.
  const alone = !contents.datasets.some(({ importId, id }) => importId === row.importId && id !== row.id);
  return {
    key: `dataset:${row.id}`,
    kind: 'dataset',
    level: parentKey === UNASSIGNED ? 2 : 3,
    label: alone || row.label === '' ? row.fileName : `${row.fileName} · ${row.label}`,
    detail: stateWords(row.state),
    colour: null,
    dimmed: false,
    failedChecks: bearsChecks(sieve, row) ? failedChecks(sieve, [row]) : 0,
    expandable: false,
    expanded: false,
    parentKey,
    cellIds: [],
    datasetIds: [row.id],
  };
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
  return expanded ? [node, ...rows.map((row) => datasetNode(sieve, row, key))] : [node];
}
