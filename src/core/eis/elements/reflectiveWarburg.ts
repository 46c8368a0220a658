import type { CircuitElement } from '#core/eis/element.ts';
import { resistance, timeConstant } from '#core/eis/elementParameters.ts';
import { emptyDiffusionValue, reflectiveDiffusion } from '#core/eis/finiteDiffusion.ts';

/** Reused from point to point. */
const f = emptyDiffusionValue();

export const reflectiveWarburg: CircuitElement = {
  code: 'Wo',
  cdc: 'Wo',
  name: 'Warburg, finite space',
  description: 'Diffusion in a layer with a blocking far side: 45 degrees, then a capacitance tau/R.',
  equation: 'R coth(sqrt(j w tau))/sqrt(j w tau)',
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
      reflectiveDiffusion(0, omega * tau, f);
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
