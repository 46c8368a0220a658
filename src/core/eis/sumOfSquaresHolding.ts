import { circuitResiduals } from '#core/eis/circuitResiduals.ts';
import type { CircuitFit } from '#core/eis/searchCircuit.ts';
import { coordinatesOf, fitParameters, fromScale } from '#core/eis/fitParameters.ts';
import { leastSquares } from '#core/numeric/leastSquares.ts';

/**
 * The least weighted sum of squares with parameter j held at x on the scale of the fit and all others fitted again,
 * from where the fit ended: one point of its profile.
 */
export function sumOfSquaresHolding(fit: CircuitFit, j: number, x: number): number {
  const { request, model, weights, values } = fit;
  const held = model.parameters[j];
  if (!held) return NaN;
  const value = fromScale(held, x);
  const { circuit, relations = [], spectrum } = request;
  const setting = { value, fixed: true, lower: null, upper: null };
  const settings = { ...circuit.settings, [held.name]: setting };
  const others = relations.filter(({ left, right }) => left !== held.name && right !== held.name);
  const parameters = fitParameters(model.parameters, settings, others);
  const fixedValues = values.with(j, value);
  const residuals = circuitResiduals({ model, spectrum, weights, parameters, fixedValues });
  const { lower, upper } = parameters;
  const start = coordinatesOf(parameters, fixedValues);
  return leastSquares(residuals, start, { lower, upper, maxIterations: 100, tolerance: 1e-6 }).sumOfSquares;
}
