/** Whether the data need every arc of a circuit, asked of the data: the circuit is fitted again without it. */
import { elementsOf, type CircuitNode } from '#core/eis/circuit.ts';
import { normalForm } from '#core/eis/circuitNormalForm.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import type { FitResult, FitWarning } from '#core/eis/fitResult.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import type { FitRequest } from '#core/eis/searchCircuit.ts';
import { eisWords } from '#core/text/eisWords.ts';

/** Elements that are an arc by themselves. */
const ARC_CODES = new Set(['ZARC', 'HN', 'G', 'Ws', 'FLW']);

/** The circuits that are left when one of its arcs is taken out of a series. */
export function circuitsWithoutAnArc(root: CircuitNode): readonly CircuitNode[] {
  if (root.kind !== 'series') return [];
  return root.children
    .filter(isArc)
    .map((arc) => normalForm({ kind: 'series', children: root.children.filter((child) => child !== arc) }))
    .filter((smaller) => smaller !== null);
}

/** One warning for each arc of the series without which the Bayesian criterion is not higher. */
export function redundantArcs(request: FitRequest, fit: FitResult): readonly FitWarning[] {
  const { root } = request.circuit;
  if (root.kind !== 'series') return [];
  const arcs = root.children.filter(isArc);
  return arcs.flatMap((arc) => {
    const smaller = normalForm({ kind: 'series', children: root.children.filter((child) => child !== arc) });
    const without =
      smaller && fitCircuit({ ...request, circuit: { root: smaller, settings: {} }, relations: [] });
    if (!smaller || !without || without.bic > fit.bic) return [];
    const subject = elementsOf(arc)
      .map(({ name }) => name)
      .join(', ');
    const detail = eisWords.warning.redundantArc(circuitText({ root: smaller }), fit.bic - without.bic);
    return [{ code: 'redundant-arc' as const, subject, detail }];
  });
}

function isArc(node: CircuitNode): boolean {
  return node.kind === 'parallel' || (node.kind === 'element' && ARC_CODES.has(node.code));
}
