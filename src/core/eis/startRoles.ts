/**
 * What the parts of a circuit do in a spectrum, from its tree alone: which make an arc, which the tail at low
 * frequency, which stand in series with everything. Start values are given by role.
 */
import { elementsOf, type CircuitNode, type ElementNode } from '#core/eis/circuit.ts';

export interface StartRoles {
  /** Resistors in series with the rest. */
  readonly series: readonly string[];
  readonly inductors: readonly string[];
  readonly arcs: readonly ArcRole[];
  /** Semi-infinite diffusion (W) and reflecting diffusion (Wo). */
  readonly diffusions: readonly ElementNode[];
  /** Capacitive elements through which no direct current flows. */
  readonly blockers: readonly ElementNode[];
  /** Resistors that bridge a part of the circuit. */
  readonly bridges: readonly string[];
}

/** One relaxation: a resistance beside a capacitive element, or an element that is an arc by itself. */
export type ArcRole =
  | { readonly kind: 'pair'; readonly resistor: string | null; readonly capacitor: ElementNode }
  | { readonly kind: 'element'; readonly element: ElementNode };

interface GrowingRoles {
  readonly series: string[];
  readonly inductors: string[];
  readonly arcs: ArcRole[];
  readonly diffusions: ElementNode[];
  readonly blockers: ElementNode[];
  readonly bridges: string[];
}

const CAPACITIVE = new Set(['C', 'CPE']);
const DIFFUSIVE = new Set(['W', 'Wo']);

export function startRoles(root: CircuitNode): StartRoles {
  const roles: GrowingRoles = {
    series: [],
    inductors: [],
    arcs: [],
    diffusions: [],
    blockers: [],
    bridges: [],
  };
  visit(root, roles);
  return roles;
}

function visit(node: CircuitNode, roles: GrowingRoles): void {
  if (node.kind === 'element') visitElement(node, roles);
  else if (node.kind === 'series') for (const child of node.children) visit(child, roles);
  else visitParallel(node.children, roles);
}

function visitElement(node: ElementNode, roles: GrowingRoles): void {
  if (node.code === 'R') roles.series.push(node.name);
  else if (node.code === 'L') roles.inductors.push(node.name);
  else if (DIFFUSIVE.has(node.code)) roles.diffusions.push(node);
  else if (CAPACITIVE.has(node.code) || node.code === 'TLMQ') roles.blockers.push(node);
  else roles.arcs.push({ kind: 'element', element: node });
}

function visitParallel(children: readonly CircuitNode[], roles: GrowingRoles): void {
  const isCapacitive = (child: CircuitNode) => child.kind === 'element' && CAPACITIVE.has(child.code);
  const capacitors = children.filter(isCapacitive).flatMap(elementsOf);
  const others = children.filter((child) => !isCapacitive(child));
  const [capacitor] = capacitors;
  if (!capacitor) {
    visitBridged(others, roles);
    return;
  }
  const inner: GrowingRoles = { ...roles, series: [] };
  const slot = roles.arcs.length;
  for (const child of others) visit(child, inner);
  const [resistor = null, ...rest] = inner.series;
  // Before the arcs inside: what lies beside a capacitor relaxes faster than what it bridges.
  roles.arcs.splice(slot, 0, { kind: 'pair', resistor, capacitor });
  roles.series.push(...rest);
  roles.blockers.push(...capacitors.slice(1));
}

/** A parallel connection without a capacitive branch: its resistors bridge the other branches. */
function visitBridged(children: readonly CircuitNode[], roles: GrowingRoles): void {
  for (const child of children) {
    if (child.kind === 'element' && child.code === 'R') roles.bridges.push(child.name);
    else visit(child, roles);
  }
}
