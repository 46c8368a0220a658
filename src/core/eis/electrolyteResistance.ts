/** The resistance in front of the slowest arc: series resistor and faster arcs, with the error of their sum. */
import { elementsOf } from '#core/eis/circuit.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import type { UncertainValue } from '#core/eis/interfaceResistance.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { interfaceArc } from '#core/eis/interfaceArc.ts';

export interface ElectrolyteResistance {
  /** Parameters that are added: `R0`, `R1`. */
  readonly names: readonly string[];
  /** Ω; the error is NaN where one of them is not determined. */
  readonly resistance_ohm: UncertainValue;
}

/** Element a parameter belongs to. */
function ownerOf(parameter: string): string {
  return parameter.split('.')[0] ?? parameter;
}

/** Resistors from the left up to the slowest arc; of a circuit without an arc all of them. */
function namesBefore(fit: FitResult): readonly string[] {
  const outcome = parseCircuit(fit.circuit);
  if (!outcome.ok) return [];
  const elements = elementsOf(outcome.circuit.root);
  const arc = interfaceArc(fit)?.resistance ?? null;
  const end = arc === null ? elements.length : elements.findIndex(({ name }) => name === ownerOf(arc));
  return elements.slice(0, end).flatMap(({ code, name }) => {
    if (code === 'R') return [name];
    return code === 'ZARC' ? [`${name}.R`] : [];
  });
}

/** Sum of the elements of the covariance between the named parameters; NaN where one is missing. */
function varianceOfSum({ freeParameters, covariance }: FitResult, names: readonly string[]): number {
  const places = names.map((name) => freeParameters.indexOf(name));
  const size = freeParameters.length;
  return places.reduce(
    (sum, i) =>
      places.reduce((row, j) => row + (i < 0 || j < 0 ? NaN : (covariance[i * size + j] ?? NaN)), sum),
    0,
  );
}

/** Null when the circuit has no resistance in front of its slowest arc. */
export function electrolyteResistance(fit: FitResult): ElectrolyteResistance | null {
  const names = namesBefore(fit);
  const found = fit.parameters.filter(({ name }) => names.includes(name));
  if (found.length === 0) return null;
  const isDetermined = found.every(({ verdict, fixed }) => verdict === 'determined' && !fixed);
  const value = found.reduce((sum, parameter) => sum + parameter.value, 0);
  const standardError = isDetermined ? Math.sqrt(varianceOfSum(fit, names)) : NaN;
  return { names, resistance_ohm: { value, standardError } };
}
