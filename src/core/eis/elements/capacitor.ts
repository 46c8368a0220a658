import type { CircuitElement } from '#core/eis/element.ts';

export const capacitor: CircuitElement = {
  code: 'C',
  cdc: 'C',
  name: 'Capacitor',
  description: 'Ideal capacitance.',
  equation: '1/(j w C)',
  parameters: [
    {
      symbol: 'C',
      unit: 'F',
      description: 'Capacitance',
      scale: 'log',
      lower: 1e-15,
      upper: 1e5,
      typical: 1e-6,
    },
  ],
  evaluate(values, { omega_radPerS }, { re, im, dRe, dIm }) {
    const capacitance_F = values[0] ?? NaN;
    re.fill(0);
    dRe.fill(0);
    const wanted = dRe.length > 0;
    for (let k = 0; k < re.length; k += 1) {
      const reactance = 1 / ((omega_radPerS[k] ?? NaN) * capacitance_F);
      im[k] = -reactance;
      if (wanted) dIm[k] = reactance / capacitance_F;
    }
  },
};
