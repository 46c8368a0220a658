import type { CircuitElement } from '#core/eis/element.ts';

export const warburg: CircuitElement = {
  code: 'W',
  cdc: 'W',
  name: 'Warburg, semi-infinite',
  description: 'Diffusion without an end: a line at 45 degrees.',
  equation: 'sigma (1-j)/sqrt(w)',
  parameters: [
    {
      symbol: 'sigma',
      unit: 'ohm s^-1/2',
      description: 'Warburg coefficient',
      scale: 'log',
      lower: 1e-6,
      upper: 1e12,
      typical: 10,
    },
  ],
  evaluate(values, { omega_radPerS }, { re, im, dRe, dIm }) {
    const sigma = values[0] ?? NaN;
    const wanted = dRe.length > 0;
    for (let k = 0; k < re.length; k += 1) {
      const slope = 1 / Math.sqrt(omega_radPerS[k] ?? NaN);
      re[k] = sigma * slope;
      im[k] = -sigma * slope;
      if (!wanted) continue;
      dRe[k] = slope;
      dIm[k] = -slope;
    }
  },
};
