import type { CircuitElement } from '#core/eis/element.ts';
import { exponent, resistance, timeConstant } from '#core/eis/elementParameters.ts';
import { emptyDiffusionValue, transmissiveDiffusion } from '#core/eis/finiteDiffusion.ts';

/** Reused from point to point. */
const f = emptyDiffusionValue();

export const generalisedWarburg: CircuitElement = {
  code: 'FLW',
  cdc: 'F',
  name: 'Warburg, finite length, generalised',
  description: 'Finite-length diffusion with a free exponent, for layers that are not even.',
  equation: 'R tanh((j w tau)^n)/(j w tau)^n',
  parameters: [
    resistance({ symbol: 'R', description: 'Diffusion resistance' }),
    timeConstant({ symbol: 'tau', description: 'Diffusion time, thickness squared over D' }),
    // Above about 0.77 the real part turns negative: no passive layer does that.
    exponent(
      { symbol: 'n', description: 'Exponent, 0.5 for ideal diffusion' },
      { typical: 0.45, upper: 0.75 },
    ),
  ],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const r = values[0] ?? NaN;
    const tau = values[1] ?? NaN;
    const n = values[2] ?? NaN;
    const lnTau = Math.log(tau);
    const cosine = Math.cos(n * Math.PI);
    const sine = Math.sin(n * Math.PI);
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = (lnOmega[k] ?? NaN) + lnTau;
      const size = Math.exp(2 * n * ln);
      const sRe = size * cosine;
      const sIm = size * sine;
      transmissiveDiffusion(sRe, sIm, f);
      re[k] = r * f.re;
      im[k] = r * f.im;
      if (!wanted) continue;
      dRe[k] = f.re;
      dIm[k] = f.im;
      // g = 2 R s f'(s): dZ/dtau = g n/tau, dZ/dn = g ln(jωτ)
      const gRe = 2 * r * (sRe * f.slopeRe - sIm * f.slopeIm);
      const gIm = 2 * r * (sRe * f.slopeIm + sIm * f.slopeRe);
      dRe[points + k] = (gRe * n) / tau;
      dIm[points + k] = (gIm * n) / tau;
      dRe[2 * points + k] = gRe * ln - (gIm * Math.PI) / 2;
      dIm[2 * points + k] = gIm * ln + (gRe * Math.PI) / 2;
    }
  },
};
