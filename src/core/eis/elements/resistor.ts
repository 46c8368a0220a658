import type { CircuitElement } from '#core/eis/element.ts';
import { resistance } from '#core/eis/elementParameters.ts';

export const resistor: CircuitElement = {
  code: 'R',
  cdc: 'R',
  name: 'Resistor',
  description: 'Ohmic resistance: electrolyte, wires, or a charge transfer beside its capacitance.',
  equation: 'R',
  parameters: [resistance({ symbol: 'R', description: 'Resistance' })],
  evaluate(values, _grid, { re, im, dRe, dIm }) {
    re.fill(values[0] ?? NaN);
    im.fill(0);
    dRe.fill(1);
    dIm.fill(0);
  },
};
