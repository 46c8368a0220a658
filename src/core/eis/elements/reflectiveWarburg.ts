import { reflectiveDiffusion } from '#core/eis/finiteDiffusion.ts';
import { finiteWarburg } from '#core/eis/finiteWarburg.ts';

export const reflectiveWarburg = finiteWarburg(
  {
    code: 'Wo',
    cdc: 'Wo',
    name: 'Warburg, finite space',
    description: 'Diffusion in a layer with a blocking far side: 45 degrees, then a capacitance tau/R.',
    equation: 'R coth(sqrt(j w tau))/sqrt(j w tau)',
  },
  reflectiveDiffusion,
);
