import type { CircuitElement } from '#core/eis/element.ts';
import { constantPhaseCoefficient, exponent } from '#core/eis/elementParameters.ts';

const RIGHT_ANGLE = Math.PI / 2;

export const constantPhase: CircuitElement = {
  code: 'CPE',
  cdc: 'Q',
  name: 'Constant phase element',
  description: 'Capacitance with a spread of time constants; n = 1 is a capacitor, n = 0.5 diffusion.',
  equation: '1/(Q (j w)^n)',
  parameters: [
    constantPhaseCoefficient({ symbol: 'Q', description: 'Coefficient; a capacitance only where n = 1' }),
    exponent({ symbol: 'n', description: 'Exponent: the phase is -90 n degrees' }),
  ],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const q = values[0] ?? NaN;
    const n = values[1] ?? NaN;
    // sin of the complement: exactly zero at n = 1, which cos(π/2) is not.
    const perQ = 1 / q;
    const cosine = Math.sin((1 - n) * RIGHT_ANGLE) / q;
    const sine = -Math.sin(n * RIGHT_ANGLE) / q;
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = lnOmega[k] ?? NaN;
      const size = Math.exp(-n * ln);
      const zRe = size * cosine;
      const zIm = size * sine;
      re[k] = zRe;
      im[k] = zIm;
      if (!wanted) continue;
      dRe[k] = -zRe * perQ;
      dIm[k] = -zIm * perQ;
      dRe[points + k] = zIm * RIGHT_ANGLE - zRe * ln;
      dIm[points + k] = -zIm * ln - zRe * RIGHT_ANGLE;
    }
  },
};
