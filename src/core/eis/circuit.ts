/** An equivalent circuit as plain data: a tree of elements, and what is said of their parameters. */

export interface ElementNode {
  readonly kind: 'element';
  /** Code of the element in elements.ts. */
  readonly code: string;
  /** Unique in the circuit: `CPE1`. */
  readonly name: string;
  /** What it stands for, in the user's words: `SEI`; empty when nothing was said. */
  readonly label: string;
}

export interface GroupNode {
  readonly kind: 'series' | 'parallel';
  readonly children: readonly CircuitNode[];
}

export type CircuitNode = ElementNode | GroupNode;

/** What a user or a circuit text says of one parameter; null = nothing said. */
export interface ParameterSetting {
  readonly value: number | null;
  readonly fixed: boolean;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Circuit {
  readonly root: CircuitNode;
  /** By parameter name (`R1`, `CPE1.Q`); parameters of which nothing is said are absent. */
  readonly settings: Readonly<Record<string, ParameterSetting>>;
}

/** The elements of a circuit from left to right. */
export function elementsOf(node: CircuitNode): readonly ElementNode[] {
  return node.kind === 'element' ? [node] : node.children.flatMap(elementsOf);
}
