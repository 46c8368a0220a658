/** Which fitted resistance is that of the interface. */
import type { CircuitNode } from '#core/eis/circuit.ts';
import type { FitResult, ParameterEstimate } from '#core/eis/fitResult.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';

/** Elements that make an arc with a resistor beside them. */
const STORES: ReadonlySet<string> = new Set(['C', 'CPE']);
const BLOCKING: ReadonlySet<string> = new Set(['C', 'CPE', 'TLMQ']);

export interface Arc {
  /** Parameter that is its resistance. */
  readonly resistance: string;
  /** Capacitor or constant phase element beside it; null = the arc is one element. */
  readonly store: string | null;
}

const ownResistance = (name: string): readonly Arc[] => [{ resistance: `${name}.R`, store: null }];

/** Elements that are an arc by themselves. */
const WHOLE_ARCS: Readonly<Record<string, (name: string) => readonly Arc[]>> = {
  ZARC: ownResistance,
  HN: ownResistance,
  TLM: (name) => [{ resistance: `${name}.Rct`, store: null }],
};

/** Resistor of a branch beside a store: alone, or before a diffusion as in Randles' circuit. */
function resistorOf(branch: CircuitNode): string | null {
  const parts = branch.kind === 'series' ? branch.children : [branch];
  const found = parts.find((part) => part.kind === 'element' && part.code === 'R');
  return found?.kind === 'element' ? found.name : null;
}

/** Arcs from left to right: fits sort arcs from fast to slow. */
function arcsOf(node: CircuitNode): readonly Arc[] {
  if (node.kind === 'element') return WHOLE_ARCS[node.code]?.(node.name) ?? [];
  const inside = node.children.flatMap(arcsOf);
  if (node.kind === 'series') return inside;
  const store = node.children.find((child) => child.kind === 'element' && STORES.has(child.code));
  if (store?.kind !== 'element') return inside;
  const resistances = node.children.flatMap((child) => resistorOf(child) ?? []);
  return [...inside, ...resistances.map((resistance) => ({ resistance, store: store.name }))];
}

/** A blocking electrode in series: what its arcs show is then the electrolyte. */
function isBlocking(root: CircuitNode): boolean {
  if (root.kind === 'element') return BLOCKING.has(root.code);
  return root.kind === 'series' && root.children.some((child) => isBlocking(child));
}

/** The slowest arc; null when the circuit has none, or blocks, so that none of its arcs is the interface. */
export function interfaceArc(fit: FitResult): Arc | null {
  const outcome = parseCircuit(fit.circuit);
  if (!outcome.ok || isBlocking(outcome.circuit.root)) return null;
  return arcsOf(outcome.circuit.root).at(-1) ?? null;
}

/** The resistance of the slowest arc; null when the circuit has none. */
export function interfaceEstimate(fit: FitResult): ParameterEstimate | null {
  const name = interfaceArc(fit)?.resistance;
  return fit.parameters.find((estimate) => estimate.name === name) ?? null;
}
