/**
 * One tree for each topology: no series in a series, no parallel in a parallel, no group of one. Both circuit
 * languages and every edit give this form, so that equal circuits have equal texts.
 */
import type { CircuitNode, GroupNode } from '#core/eis/circuit.ts';

/** Null when nothing is left. */
export function normalForm(node: CircuitNode): CircuitNode | null {
  if (node.kind === 'element') return node;
  const children = node.children.flatMap((child) => flattened(child, node.kind));
  return children.length > 1 ? { kind: node.kind, children } : (children[0] ?? null);
}

function flattened(child: CircuitNode, kind: GroupNode['kind']): readonly CircuitNode[] {
  const normal = normalForm(child);
  if (!normal) return [];
  return normal.kind === kind ? normal.children : [normal];
}
