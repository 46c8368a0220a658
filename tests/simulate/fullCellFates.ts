/**
 * Simulated cells of unlike electrodes whose fate is known: E = low + span·s^p ± polarisation with noise, fade, a lossy first
 * cycle, rates and constant-voltage tails. A short takes charge that does not come back, lets the charge miss its end, and
 * flickers towards 0 V; a redox shuttle takes charge and misses the end, but gives everything back and does not flicker.
 */
import type { SimulatedHalf } from '../core/cycling/fullCell/simulatedFullCell.ts';
import { createRandom, type Random } from './random.ts';

export type FullCellFate = 'sound' | 'short' | 'shuttle';

export interface SimulatedFullCell {
  readonly halves: readonly SimulatedHalf[];
  readonly rowsPerHalf: number;
}

const between = (random: Random, low: number, high: number) => low + (high - low) * random.uniform();

interface Course {
  readonly random: Random;
  readonly capacity_mAh: number;
  /** Open-circuit voltage at a share of the charge. */
  readonly rest_V: (share: number) => number;
  readonly polarisation_V: number;
  readonly noise_V: number;
}

export function simulateFullCell(fate: FullCellFate, seed: number): SimulatedFullCell {
  const random = createRandom(seed);
  const cycles = Math.round(between(random, 25, 60));
  const low_V = between(random, 0.2, 3);
  const span_V = between(random, 0.6, 1.4);
  const power = between(random, 0.2, 3);
  const course: Course = {
    random,
    capacity_mAh: between(random, 1, 20),
    rest_V: (share) => low_V + span_V * share ** power,
    polarisation_V: between(random, 0.01, 0.1),
    noise_V: 10 ** between(random, -4, -2.3),
  };
  const [fade, efficiency] = [between(random, 0.0002, 0.008), between(random, 0.97, 0.9995)];
  const strikes = fate === 'sound' ? Infinity : Math.round(between(random, 8, cycles - 8));
  const hasRates = random.uniform() < 0.4;
  let before_mAh = course.capacity_mAh;
  const halves = Array.from({ length: cycles }, (_, k) => {
    const rate = hasRates && k % 15 > 9 ? 4 : 1;
    const fresh_mAh = course.capacity_mAh * (rate > 1 ? 0.75 : 1) * (1 - fade) ** k;
    const taken_mAh = k === 0 ? course.capacity_mAh / 0.85 : before_mAh / efficiency;
    const struck = k >= strikes ? fate : 'sound';
    const given_mAh = fresh_mAh * (1 + 0.003 * random.normal());
    before_mAh = struck === 'short' ? given_mAh * between(random, 0.7, 0.95) : given_mAh;
    return [charge(course, taken_mAh, struck), discharge(course, before_mAh, rate)];
  });
  return { halves: halves.flat(), rowsPerHalf: Math.round(between(random, 40, 400)) };
}

function charge(course: Course, capacity_mAh: number, fate: FullCellFate): SimulatedHalf {
  const { random, rest_V, polarisation_V, noise_V } = course;
  const [more, reach] = fate === 'sound' ? [1, 1] : [between(random, 1.1, 1.6), between(random, 0.7, 1)];
  const dip_V = () => (fate === 'short' && random.uniform() < 0.15 ? between(random, 0.03, 0.3) : 0);
  return {
    current_mA: course.capacity_mAh / 2,
    capacity_mAh: more * capacity_mAh,
    voltage_V: (share) => rest_V(share * reach) + polarisation_V + noise_V * random.normal() - dip_V(),
    ...(fate === 'sound' && random.uniform() < 0.3 && { tailRows: 5 }),
  };
}

function discharge(course: Course, capacity_mAh: number, rate: number): SimulatedHalf {
  const { random, rest_V, polarisation_V, noise_V } = course;
  return {
    current_mA: (-rate * course.capacity_mAh) / 2,
    capacity_mAh,
    voltage_V: (share) => rest_V(1 - share) - polarisation_V + noise_V * random.normal(),
  };
}
