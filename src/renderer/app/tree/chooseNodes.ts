/** How clicks and keys in the tree change what is chosen. */
import type { Selection } from '../selection.ts';
import type { TreeNode } from './treeNode.ts';

export function isChosen(node: TreeNode, selection: Selection): boolean {
  if (node.cellIds.length + node.datasetIds.length === 0) return false;
  return (
    node.cellIds.every((id) => selection.cellIds.has(id)) &&
    node.datasetIds.every((id) => selection.datasetIds.has(id))
  );
}

export function selectionOf(nodes: readonly TreeNode[]): Selection {
  return {
    cellIds: new Set(nodes.flatMap((node) => node.cellIds)),
    datasetIds: new Set(nodes.flatMap((node) => node.datasetIds)),
  };
}

/** Adds the row to what is chosen, or takes it away. */
export function toggled(node: TreeNode, selection: Selection): Selection {
  const change = isChosen(node, selection) ? without : union;
  return {
    cellIds: change(selection.cellIds, node.cellIds),
    datasetIds: change(selection.datasetIds, node.datasetIds),
  };
}

function union(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...set, ...ids]);
}

function without(set: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  return new Set([...set].filter((id) => !ids.includes(id)));
}

/** All rows from the one chosen first to this one; a group counts through its cells. */
export function rangeTo(nodes: readonly TreeNode[], anchorKey: string | null, key: string): Selection {
  const [a, b] = [anchorKey, key].map((wanted) => nodes.findIndex((node) => node.key === wanted));
  const [from, to] = [Math.min(a ?? -1, b ?? -1), Math.max(a ?? -1, b ?? -1)];
  return selectionOf(nodes.slice(Math.max(from < 0 ? to : from, 0), to + 1));
}
