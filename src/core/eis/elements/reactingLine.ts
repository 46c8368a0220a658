import type { CircuitElement } from '#core/eis/element.ts';
import { constantPhaseCoefficient, exponent, resistance } from '#core/eis/elementParameters.ts';
import { emptyDiffusionValue, reflectiveDiffusion } from '#core/eis/finiteDiffusion.ts';

/** Reused from point to point. */
const f = emptyDiffusionValue();

/** As blockingLine.ts, with 1/Zs = 1/Rct + Q (jω)ⁿ. */
export const reactingLine: CircuitElement = {
  code: 'TLM',
  cdc: 'T',
  name: 'Transmission line, reacting',
  description: 'Porous electrode whose walls charge and react.',
  equation: 'sqrt(Rion Zs) coth(sqrt(Rion/Zs)), Zs = 1/(1/Rct + Q (j w)^n)',
  parameters: [
    resistance({ symbol: 'Rion', description: 'Ionic resistance along the pores' }),
    resistance({ symbol: 'Rct', description: 'Charge transfer resistance of the pore walls together' }),
    constantPhaseCoefficient({ symbol: 'Q', description: 'Coefficient of the pore walls together' }),
    exponent({ symbol: 'n', description: 'Exponent of the pore walls' }),
  ],
  evaluate(values, { lnOmega }, { re, im, dRe, dIm }) {
    const rIon = values[0] ?? NaN;
    const rCt = values[1] ?? NaN;
    const q = values[2] ?? NaN;
    const n = values[3] ?? NaN;
    const ratio = rIon / rCt;
    const cosine = rIon * q * Math.sin(((1 - n) * Math.PI) / 2);
    const sine = rIon * q * Math.sin((n * Math.PI) / 2);
    const points = re.length;
    const wanted = dRe.length > 0;
    for (let k = 0; k < points; k += 1) {
      const ln = lnOmega[k] ?? NaN;
      const size = Math.exp(n * ln);
      const wallRe = size * cosine;
      const wallIm = size * sine;
      reflectiveDiffusion(ratio + wallRe, wallIm, f);
      re[k] = rIon * f.re;
      im[k] = rIon * f.im;
      if (!wanted) continue;
      // g = f'(s) times the share of the walls' charging in s
      const gRe = wallRe * f.slopeRe - wallIm * f.slopeIm;
      const gIm = wallRe * f.slopeIm + wallIm * f.slopeRe;
      dRe[k] = f.re + gRe + ratio * f.slopeRe;
      dIm[k] = f.im + gIm + ratio * f.slopeIm;
      dRe[points + k] = -ratio * ratio * f.slopeRe;
      dIm[points + k] = -ratio * ratio * f.slopeIm;
      dRe[2 * points + k] = (rIon * gRe) / q;
      dIm[2 * points + k] = (rIon * gIm) / q;
      dRe[3 * points + k] = rIon * (gRe * ln - (gIm * Math.PI) / 2);
      dIm[3 * points + k] = rIon * (gIm * ln + (gRe * Math.PI) / 2);
    }
  },
};
