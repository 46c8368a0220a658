import { transmissiveDiffusion } from '#core/eis/finiteDiffusion.ts';
import { finiteWarburg } from '#core/eis/finiteWarburg.ts';

export const transmissiveWarburg = finiteWarburg(
  {
    code: 'Ws',
    cdc: 'Ws',
    name: 'Warburg, finite length',
    description: 'Diffusion through a layer with a reservoir behind it: 45 degrees, then an arc down to R.',
    equation: 'R tanh(sqrt(j w tau))/sqrt(j w tau)',
  },
  transmissiveDiffusion,
);
