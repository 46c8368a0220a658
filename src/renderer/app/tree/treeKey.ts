/** Keys of a tree as in the ARIA authoring practices: which row is next, and what happens to it. */
import type { TreeNode } from './treeNode.ts';

export type TreeKeyAction =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'toggle'; readonly key: string }
  | { readonly kind: 'choose'; readonly key: string }
  | { readonly kind: 'remove' };

export function treeKeyAction(
  nodes: readonly TreeNode[],
  focused: string,
  pressed: string,
): TreeKeyAction | null {
  const at = nodes.findIndex((node) => node.key === focused);
  const node = nodes[at];
  if (!node) return null;
  switch (pressed) {
    case 'ArrowRight':
      return opened(nodes, at, node);
    case 'ArrowLeft':
      return closed(node);
    case 'Enter':
    case ' ':
      return { kind: 'choose', key: node.key };
    case 'Delete':
      return { kind: 'remove' };
    default:
      return moved(nodes, at, pressed);
  }
}

function moved(nodes: readonly TreeNode[], at: number, pressed: string): TreeKeyAction | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: nodes.length - 1,
  };
  const target = nodes[targets[pressed] ?? -1];
  return target ? { kind: 'focus', key: target.key } : null;
}

function opened(nodes: readonly TreeNode[], at: number, node: TreeNode): TreeKeyAction | null {
  if (!node.expandable) return null;
  const child = nodes[at + 1];
  if (!node.expanded) return { kind: 'toggle', key: node.key };
  return child ? { kind: 'focus', key: child.key } : null;
}

function closed(node: TreeNode): TreeKeyAction | null {
  if (node.expandable && node.expanded) return { kind: 'toggle', key: node.key };
  return node.parentKey === null ? null : { kind: 'focus', key: node.parentKey };
}
