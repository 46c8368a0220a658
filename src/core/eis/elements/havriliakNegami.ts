import type { CircuitElement } from '#core/eis/element.ts';
import { exponent, resistance, timeConstant } from '#core/eis/elementParameters.ts';

export const havriliakNegami: CircuitElement = {
  code: 'HN',
  cdc: 'H',
  name: 'Havriliak-Negami',
  description: 'A skewed depressed arc; b = 1 is a ZARC, a = 1 a Cole-Davidson arc.',
  equation: 'R/(1+(j w tau)^a)^b',
  parameters: [
    resistance({ symbol: 'R', description: 'Resistance of the arc' }),
    timeConstant({ symbol: 'tau', description: 'Time constant' }, 1e-3),
    exponent({ symbol: 'a', description: 'Width of the arc' }),
    // b a is the exponent of the fast flank: above 1 no passive arc falls.
    exponent({ symbol: 'b', description: 'Skew of the arc; a b is at most 1' }, { upper: 10 }),
  ],
  jointExponents: ['a', 'b'],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const r = values[0] ?? NaN;
    const tau = values[1] ?? NaN;
    const a = values[2] ?? NaN;
    const b = values[3] ?? NaN;
    const lnTau = Math.log(tau);
    const cosine = Math.sin(((1 - a) * Math.PI) / 2);
    const sine = Math.sin((a * Math.PI) / 2);
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = (lnOmega[k] ?? NaN) + lnTau;
      const size = Math.exp(a * ln);
      const vRe = size * cosine;
      const vIm = size * sine;
      // ln(1 + v); log1p keeps the digits of a small v
      const logRe = Math.log1p(2 * vRe + size * size) / 2;
      const logIm = Math.atan2(vIm, 1 + vRe);
      const decay = Math.exp(-b * logRe);
      // Where a b = 1 the last digit of b could turn the arc past the imaginary axis.
      const angle = Math.min(b * logIm, Math.PI / 2);
      const fRe = decay * Math.cos(angle);
      const fIm = -decay * Math.sin(angle);
      const zRe = r * fRe;
      const zIm = r * fIm;
      re[k] = zRe;
      im[k] = zIm;
      if (!wanted) continue;
      dRe[k] = fRe;
      dIm[k] = fIm;
      // g = −b Z v/(1 + v): dZ/dtau = g a/tau, dZ/da = g ln(jωτ); dZ/db = −Z ln(1 + v)
      const inverse = -b / (1 + 2 * vRe + size * size);
      const ratioRe = inverse * (vRe + size * size);
      const ratioIm = inverse * vIm;
      const gRe = zRe * ratioRe - zIm * ratioIm;
      const gIm = zRe * ratioIm + zIm * ratioRe;
      dRe[points + k] = (gRe * a) / tau;
      dIm[points + k] = (gIm * a) / tau;
      dRe[2 * points + k] = gRe * ln - (gIm * Math.PI) / 2;
      dIm[2 * points + k] = gIm * ln + (gRe * Math.PI) / 2;
      dRe[3 * points + k] = zIm * logIm - zRe * logRe;
      dIm[3 * points + k] = -zIm * logRe - zRe * logIm;
    }
  },
};
