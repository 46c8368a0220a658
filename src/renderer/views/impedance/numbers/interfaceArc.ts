/** Which fitted resistance is that of the interface. */
import type { CircuitNode } from '#core/eis/circuit.ts';
import type { FitResult, ParameterEstimate } from '#core/eis/fitResult.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';

/** Elements that make an arc with a resistor beside them. */
const STORES: ReadonlySet<string> = new Set(['C', 'CPE']);

/** Resistors of the arcs, from left to right: fits sort arcs from fast to slow. */
function arcResistors(node: CircuitNode): readonly string[] {
  if (node.kind === 'element') return [];
  const inside = node.children.flatMap(arcResistors);
  if (node.kind === 'series') return inside;
  const elements = node.children.filter((child) => child.kind === 'element');
  const stores = elements.some(({ code }) => STORES.has(code));
  return stores
    ? [...inside, ...elements.filter(({ code }) => code === 'R').map(({ name }) => name)]
    : inside;
}

/** The resistor of the slowest arc; null when the circuit has none. */
export function interfaceEstimate(fit: FitResult): ParameterEstimate | null {
  const outcome = parseCircuit(fit.circuit);
  if (!outcome.ok) return null;
  const name = arcResistors(outcome.circuit.root).at(-1);
  return fit.parameters.find((estimate) => estimate.name === name) ?? null;
}
