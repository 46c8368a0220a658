import type { CircuitElement } from '#core/eis/element.ts';
import { resistance, timeConstant } from '#core/eis/elementParameters.ts';

export const gerischer: CircuitElement = {
  code: 'G',
  cdc: 'G',
  name: 'Gerischer',
  description: 'Diffusion of a species that a reaction produces or consumes on its way.',
  equation: 'R/sqrt(1+j w tau)',
  parameters: [
    resistance({ symbol: 'R', description: 'Resistance at zero frequency' }),
    timeConstant({ symbol: 'tau', description: 'Life time of the species, 1/k' }, 0.01),
  ],
  evaluate(values, { omega_radPerS }, { re, im, dRe, dIm }) {
    const r = values[0] ?? NaN;
    const tau = values[1] ?? NaN;
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const omega = omega_radPerS[k] ?? NaN;
      const y = omega * tau;
      const modulus = Math.sqrt(1 + y * y);
      const root = Math.sqrt((modulus + 1) / 2);
      // f = (1 + jy)^(-1/2)
      const fRe = root / modulus;
      const fIm = -y / (2 * root * modulus);
      re[k] = r * fRe;
      im[k] = r * fIm;
      if (!wanted) continue;
      dRe[k] = fRe;
      dIm[k] = fIm;
      // dZ/dtau = −R jω f/(2 (1 + jy))
      const scale = (-r * omega) / (2 * modulus * modulus);
      dRe[points + k] = scale * (y * fRe - fIm);
      dIm[points + k] = scale * (fRe + y * fIm);
    }
  },
};
