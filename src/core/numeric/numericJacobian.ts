/** Derivatives by central differences, for models that have none of their own. */
import type { LeastSquaresProblem } from '#core/numeric/leastSquaresProblem.ts';

/** Fourth-order differences: an error of about 1e-12 of the derivative at a step of 1e-3 of the parameter's size. */
const STEP = 1e-3;

/** A least-squares problem from the residuals alone; four evaluations a parameter. */
export function withNumericJacobian(
  residuals: number,
  fillResidual: (parameters: Float64Array, residual: Float64Array) => void,
): LeastSquaresProblem {
  const stencil = [1, -1, 2, -2].map((shift) => ({
    shift,
    weight: Math.abs(shift) === 1 ? (8 / 12) * shift : -(1 / 24) * shift,
    residual: new Float64Array(residuals),
  }));
  return {
    residuals,
    evaluate(parameters, residual, jacobian) {
      fillResidual(parameters, residual);
      if (jacobian.length === 0) return;
      const moved = parameters.slice();
      for (let j = 0; j < parameters.length; j += 1) {
        const value = parameters[j] ?? NaN;
        const step = STEP * (Math.abs(value) || 1);
        for (const node of stencil) {
          moved[j] = value + node.shift * step;
          fillResidual(moved, node.residual);
        }
        moved[j] = value;
        for (let i = 0; i < residuals; i += 1) {
          let sum = 0;
          for (const { weight, residual: shifted } of stencil) sum += weight * (shifted[i] ?? NaN);
          jacobian[j * residuals + i] = sum / step;
        }
      }
    },
  };
}
