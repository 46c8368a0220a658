/** A number computed from fitted parameters, with its error by the delta method from their covariance. */
import type { FitResult } from '#core/eis/fitResult.ts';

/** Relative step of the central differences. */
const STEP = 1e-5;

export interface DerivedQuantity {
  readonly value: number;
  /** Null where the data do not fix all parameters that the value depends on. */
  readonly standardError: number | null;
}

/** `compute` reads parameters by their names; NaN for one that the circuit does not have. */
export function derivedQuantity(
  fit: FitResult,
  compute: (valueOf: (name: string) => number) => number,
): DerivedQuantity {
  const { parameters, freeParameters, covariance } = fit;
  const used = new Set<string>();
  const withFactor = (changed: string | null, factor: number) =>
    compute((name) => {
      used.add(name);
      const value = parameters.find((parameter) => parameter.name === name)?.value ?? NaN;
      return name === changed ? value * factor : value;
    });
  const value = withFactor(null, 1);
  const isFixedByData = parameters
    .filter(({ name }) => used.has(name))
    .every(({ verdict, fixed }) => fixed || verdict === 'determined');
  const slopes = freeParameters.map((name) => {
    const at = parameters.find((parameter) => parameter.name === name)?.value ?? NaN;
    return used.has(name) ? (withFactor(name, 1 + STEP) - withFactor(name, 1 - STEP)) / (2 * STEP * at) : 0;
  });
  const size = slopes.length;
  const variance = slopes.reduce(
    (sum, a, i) => sum + slopes.reduce((row, b, j) => row + a * b * (covariance[i * size + j] ?? NaN), 0),
    0,
  );
  const isKnown = isFixedByData && Number.isFinite(variance);
  return { value, standardError: isKnown ? Math.sqrt(Math.max(0, variance)) : null };
}
