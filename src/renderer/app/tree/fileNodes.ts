/** The measurements of a cell, or of none, by their files: a file with several is one row that opens. */
import type { StoredDataset } from '../../store/schema.ts';
import { stateWords } from '../../text/stateWords.ts';
import { text } from '../../text/text.ts';
import { failedChecks, isOpen, matches, type Sieve, type TreeNode } from './treeNode.ts';

export interface Parent {
  readonly key: string;
  readonly level: number;
}

/** Rows in the order given; those of one file stand together. */
export function fileNodes(sieve: Sieve, rows: readonly StoredDataset[], parent: Parent): readonly TreeNode[] {
  const files = new Map<string, StoredDataset[]>();
  for (const row of rows) {
    const others = files.get(row.importId);
    if (others) others.push(row);
    else files.set(row.importId, [row]);
  }
  return [...files.values()].flatMap((own) =>
    own.length > 1
      ? severalNodes(sieve, own, parent)
      : own.map((row) => datasetNode(sieve, row, parent, nameOf(sieve, row))),
  );
}

/** What a file holds is named only where the name of the file is not enough. */
function nameOf({ contents }: Sieve, row: StoredDataset): string {
  const alone = !contents.datasets.some(({ importId, id }) => importId === row.importId && id !== row.id);
  return alone || row.label === '' ? row.fileName : `${row.fileName} · ${row.label}`;
}

function contentsWords(rows: readonly StoredDataset[]): string {
  const runs = rows.filter(({ kind }) => kind === 'cycling').length;
  const spectra = rows.filter(({ kind }) => kind === 'impedance').length;
  const patterns = rows.filter(({ kind }) => kind === 'diffraction').length;
  return text.tree.fileHolds({ runs, spectra, patterns, others: rows.length - runs - spectra - patterns });
}

function severalNodes(sieve: Sieve, rows: readonly StoredDataset[], parent: Parent): readonly TreeNode[] {
  const { query } = sieve.view;
  const [first] = rows;
  if (!first) return [];
  const key = `file:${first.importId}:${parent.key}`;
  // A search for the file finds the file; one for what it holds opens it.
  const expanded = matches(query, first.fileName)
    ? isOpen({ ...sieve.view, query: '' }, key, false)
    : isOpen(sieve.view, key, false);
  const states = new Set(rows.map(({ state }) => stateWords(state)));
  const node: TreeNode = {
    key,
    kind: 'file',
    level: parent.level + 1,
    label: first.fileName,
    detail: [contentsWords(rows), ...(states.size === 1 ? states : [])].filter(Boolean).join(' · '),
    colour: null,
    dimmed: false,
    failedChecks: failedChecks(sieve, [first]),
    expandable: true,
    expanded,
    parentKey: parent.key,
    cellIds: [],
    datasetIds: rows.map(({ id }) => id),
  };
  if (!expanded) return [node];
  const own = { key, level: node.level };
  return [node, ...rows.map((row) => datasetNode(sieve, row, own, row.label || row.fileName))];
}

function datasetNode(sieve: Sieve, row: StoredDataset, parent: Parent, label: string): TreeNode {
  return {
    key: `dataset:${row.id}`,
    kind: 'dataset',
    level: parent.level + 1,
    label,
    detail: stateWords(row.state),
    colour: null,
    dimmed: false,
    failedChecks: bearsChecks(sieve, row) ? failedChecks(sieve, [row]) : 0,
    expandable: false,
    expanded: false,
    parentKey: parent.key,
    cellIds: [],
    datasetIds: [row.id],
  };
}

/** The checks of a file look at its run; where there is one, its spectra do not repeat the mark. */
function bearsChecks({ contents }: Sieve, row: StoredDataset): boolean {
  if (row.kind === 'cycling') return true;
  return !contents.datasets.some(({ importId, kind }) => importId === row.importId && kind === 'cycling');
}
