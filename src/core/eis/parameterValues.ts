import type { Circuit } from '#core/eis/circuit.ts';
import { parametersOf, type CircuitParameter } from '#core/eis/circuitModel.ts';
import type { Problem } from '#core/problem.ts';

export type ParameterValues =
  | { readonly ok: true; readonly parameters: readonly CircuitParameter[]; readonly values: Float64Array }
  | { readonly ok: false; readonly problem: Problem };

/**
 * One value for each parameter of a circuit, in their order: the given one, else the one in the circuit's own
 * settings. A name that the circuit does not have, a parameter without a value and a value outside the physical
 * limits are problems.
 */
export function parameterValues(circuit: Circuit, given: ReadonlyMap<string, number>): ParameterValues {
  const parameters = parametersOf(circuit.root);
  const values = parameters.map(({ name }) => given.get(name) ?? circuit.settings[name]?.value ?? NaN);
  const problem = problemWith(parameters, values, given);
  return problem ? { ok: false, problem } : { ok: true, parameters, values: Float64Array.from(values) };
}

function problemWith(
  parameters: readonly CircuitParameter[],
  values: readonly number[],
  given: ReadonlyMap<string, number>,
): Problem | null {
  const names = parameters.map(({ name }) => name);
  const unknown = [...given.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) return { code: 'parameter-unknown', name: unknown, known: names.join(', ') };
  const missing = names.filter((_, i) => Number.isNaN(values[i]));
  if (missing.length > 0) return { code: 'parameters-missing', names: missing.join(', ') };
  for (const [i, { name, lower, upper, unit }] of parameters.entries()) {
    const value = values[i] ?? NaN;
    if (!(value >= lower && value <= upper))
      return { code: 'parameter-outside', name, value, lower, upper, unit };
  }
  return jointProblem(parameters, values);
}

function jointProblem(parameters: readonly CircuitParameter[], values: readonly number[]): Problem | null {
  for (const [i, { name, jointWith }] of parameters.entries()) {
    const other = parameters.findIndex((parameter) => parameter.name === jointWith);
    const product = (values[i] ?? NaN) * (values[other] ?? NaN);
    if (jointWith !== undefined && product > 1)
      return { code: 'parameter-product', first: jointWith, second: name, product };
  }
  return null;
}
