/** Names of elements that their text or an edit left open. */
import { elementsOf, type CircuitNode, type ElementNode } from '#core/eis/circuit.ts';

/** Elements that count from 0 where they stand in series with everything: R0, L0. */
const SERIES_CODES: ReadonlySet<string> = new Set(['R', 'L']);

/**
 * Gives every element without a name (an empty one) its code and the lowest free number, counted from left to right
 * and from 1; the first resistor and the first inductor are number 0 when they stand in series with all the rest.
 */
export function nameElements(root: CircuitNode): CircuitNode {
  const taken = new Set(elementsOf(root).map(({ name }) => name));
  const seen = new Set<string>();
  const inSeries = new Set(root.kind === 'series' ? root.children : [root]);
  return mapElements(root, (node) => {
    const first = !seen.has(node.code) && SERIES_CODES.has(node.code) && inSeries.has(node);
    seen.add(node.code);
    if (node.name !== '') return node;
    const name = freeName(node.code, taken, first ? 0 : 1);
    taken.add(name);
    return { ...node, name };
  });
}

/** The names that all elements would have if none had been given. */
export function automaticNames(root: CircuitNode): readonly string[] {
  const nameless = mapElements(root, (node) => ({ ...node, name: '' }));
  return elementsOf(nameElements(nameless)).map(({ name }) => name);
}

export function freeName(code: string, taken: ReadonlySet<string>, from: number): string {
  for (let number = from; ; number += 1) {
    const name = `${code}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** The same tree with each element replaced; from left to right. */
export function mapElements(node: CircuitNode, change: (element: ElementNode) => ElementNode): CircuitNode {
  if (node.kind === 'element') return change(node);
  return { kind: node.kind, children: node.children.map((child) => mapElements(child, change)) };
}
