/** Diffusion in a layer of finite thickness: what lies behind the layer decides on the diffusion function. */
import type { CircuitElement } from '#core/eis/element.ts';
import { resistance, timeConstant } from '#core/eis/elementParameters.ts';
import { emptyDiffusionValue, type DiffusionValue } from '#core/eis/finiteDiffusion.ts';

/** f(s) with its slope, as in finiteDiffusion.ts. */
type DiffusionFunction = (sRe: number, sIm: number, out: DiffusionValue) => void;

/** Z = R f(jωτ). */
export function finiteWarburg(
  described: Pick<CircuitElement, 'code' | 'cdc' | 'name' | 'description' | 'equation'>,
  diffusion: DiffusionFunction,
): CircuitElement {
  // Reused from point to point.
  const f = emptyDiffusionValue();
  return {
    ...described,
    parameters: [
      resistance({ symbol: 'R', description: 'Diffusion resistance' }),
      timeConstant({ symbol: 'tau', description: 'Diffusion time, thickness squared over D' }),
    ],
    evaluate(values, { omega_radPerS }, { re, im, dRe, dIm }) {
      const r = values[0] ?? NaN;
      const tau = values[1] ?? NaN;
      const points = re.length;
      const wanted = dRe.length > 0;
      for (let k = 0; k < points; k += 1) {
        const omega = omega_radPerS[k] ?? NaN;
        diffusion(0, omega * tau, f);
        re[k] = r * f.re;
        im[k] = r * f.im;
        if (!wanted) continue;
        dRe[k] = f.re;
        dIm[k] = f.im;
        dRe[points + k] = -r * omega * f.slopeIm;
        dIm[points + k] = r * omega * f.slopeRe;
      }
    },
  };
}
