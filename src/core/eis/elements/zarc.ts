import type { CircuitElement } from '#core/eis/element.ts';
import { exponent, resistance, timeConstant } from '#core/eis/elementParameters.ts';

export const zarc: CircuitElement = {
  code: 'ZARC',
  cdc: 'Z',
  name: 'ZARC',
  description: 'A depressed arc: a resistor beside a constant phase element, with tau = (R Q)^(1/n).',
  equation: 'R/(1+(j w tau)^n)',
  parameters: [
    resistance({ symbol: 'R', description: 'Resistance of the arc' }),
    timeConstant({ symbol: 'tau', description: 'Time constant' }, 1e-3),
    exponent({ symbol: 'n', description: 'Exponent, 1 for a semicircle' }),
  ],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const r = values[0] ?? NaN;
    const tau = values[1] ?? NaN;
    const n = values[2] ?? NaN;
    const lnTau = Math.log(tau);
    const cosine = Math.sin(((1 - n) * Math.PI) / 2);
    const sine = Math.sin((n * Math.PI) / 2);
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = (lnOmega[k] ?? NaN) + lnTau;
      const size = Math.exp(n * ln);
      const vRe = size * cosine;
      const vIm = size * sine;
      const inverse = 1 / (1 + 2 * vRe + size * size);
      const fRe = (1 + vRe) * inverse;
      const fIm = -vIm * inverse;
      re[k] = r * fRe;
      im[k] = r * fIm;
      if (!wanted) continue;
      dRe[k] = fRe;
      dIm[k] = fIm;
      // g = −R v/(1 + v)²: dZ/dtau = g n/tau, dZ/dn = g ln(jωτ)
      const ratioRe = -r * inverse * (vRe + size * size);
      const ratioIm = -r * inverse * vIm;
      const gRe = ratioRe * fRe - ratioIm * fIm;
      const gIm = ratioRe * fIm + ratioIm * fRe;
      dRe[points + k] = (gRe * n) / tau;
      dIm[points + k] = (gIm * n) / tau;
      dRe[2 * points + k] = gRe * ln - (gIm * Math.PI) / 2;
      dIm[2 * points + k] = gIm * ln + (gRe * Math.PI) / 2;
    }
  },
};
