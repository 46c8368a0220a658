import type { CircuitElement } from '#core/eis/element.ts';

export const inductor: CircuitElement = {
  code: 'L',
  cdc: 'L',
  name: 'Inductor',
  description: 'Inductance of leads and cell, seen at high frequency.',
  equation: 'j w L',
  parameters: [
    {
      symbol: 'L',
      unit: 'H',
      description: 'Inductance',
      scale: 'log',
      lower: 1e-12,
      upper: 1e6,
      typical: 1e-6,
    },
  ],
  evaluate(values, { omega_radPerS }, { re, im, dRe, dIm }) {
    const inductance_H = values[0] ?? NaN;
    re.fill(0);
    dRe.fill(0);
    const wanted = dRe.length > 0;
    for (let k = 0; k < re.length; k += 1) {
      const omega = omega_radPerS[k] ?? NaN;
      im[k] = omega * inductance_H;
      if (wanted) dIm[k] = omega;
    }
  },
};
