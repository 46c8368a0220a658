import type { CircuitElement } from '#core/eis/element.ts';
import { constantPhaseCoefficient, exponent, resistance } from '#core/eis/elementParameters.ts';
import { emptyDiffusionValue, reflectiveDiffusion } from '#core/eis/finiteDiffusion.ts';

/** Reused from point to point. */
const f = emptyDiffusionValue();

/** de Levie's pore: x² = Rion/Zs with Zs = 1/(Q (jω)ⁿ), so that Z = Rion coth(x)/x. */
export const blockingLine: CircuitElement = {
  code: 'TLMQ',
  cdc: 'Tq',
  name: 'Transmission line, blocking',
  description: 'Porous electrode whose walls only charge; Rion/3 is seen where the tail begins.',
  equation: 'sqrt(Rion Zs) coth(sqrt(Rion/Zs)), Zs = 1/(Q (j w)^n)',
  parameters: [
    resistance({ symbol: 'Rion', description: 'Ionic resistance along the pores' }),
    constantPhaseCoefficient({ symbol: 'Q', description: 'Coefficient of the pore walls together' }),
    exponent({ symbol: 'n', description: 'Exponent of the pore walls' }),
  ],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const rIon = values[0] ?? NaN;
    const q = values[1] ?? NaN;
    const n = values[2] ?? NaN;
    const cosine = rIon * q * Math.sin(((1 - n) * Math.PI) / 2);
    const sine = rIon * q * Math.sin((n * Math.PI) / 2);
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = lnOmega[k] ?? NaN;
      const size = Math.exp(n * ln);
      const sRe = size * cosine;
      const sIm = size * sine;
      reflectiveDiffusion(sRe, sIm, f);
      re[k] = rIon * f.re;
      im[k] = rIon * f.im;
      if (!wanted) continue;
      // g = s f'(s)
      const gRe = sRe * f.slopeRe - sIm * f.slopeIm;
      const gIm = sRe * f.slopeIm + sIm * f.slopeRe;
      dRe[k] = f.re + gRe;
      dIm[k] = f.im + gIm;
      dRe[points + k] = (rIon * gRe) / q;
      dIm[points + k] = (rIon * gIm) / q;
      dRe[2 * points + k] = rIon * (gRe * ln - (gIm * Math.PI) / 2);
      dIm[2 * points + k] = rIon * (gIm * ln + (gRe * Math.PI) / 2);
    }
  },
};
