/**
 * Symmetric cells in liquid electrolyte at 2 mA/cm2. The amalgam plateaus (Li 70, Na 3, Zn 8, Al 10, Mg 100 mV) are
 * those of Fan et al., Adv. Mater. 2020, doi:10.1002/adma.202004798. Of the bare metals the paper only says that their
 * voltage fluctuates irregularly and that oxide-covered ones polarise more and more; the numbers below are assumed.
 */
import type { CellModel } from '../galvanostat.ts';
import { createRandom } from '../random.ts';
import { createRandomWalk } from '../randomWalk.ts';

export const METALS = ['Li', 'Na', 'Zn', 'Al', 'Mg'] as const;
export type SimulatedMetal = (typeof METALS)[number];
export const LIQUID_DENSITY_mAPerCm2 = 2;

const AMALGAM_PLATEAU_V: Readonly<Record<SimulatedMetal, number>> = {
  Li: 0.07,
  Na: 0.003,
  Zn: 0.008,
  Al: 0.01,
  Mg: 0.1,
};
const BARE_START_V: Readonly<Record<SimulatedMetal, number>> = {
  Li: 0.11,
  Na: 0.09,
  Zn: 0.05,
  Al: 0.16,
  Mg: 0.35,
};
const BARE_GROWTH_PerHour = 0.018;

/** A flat plateau with a short charge transfer transient; cells spread by about 7 %. */
export function amalgamLiquidCell(metal: SimulatedMetal, seed: number): CellModel {
  const random = createRandom(seed);
  const plateau_V = AMALGAM_PLATEAU_V[metal] * (1 + 0.07 * random.normal());
  const walk = createRandomWalk(random, { deviation: 0.008, correlation_s: 1200 });
  return ({ direction, stepTime_s, time_s }) => {
    const noise_V = 8e-6 * random.normal();
    if (direction === 0) return 0.05 * plateau_V * Math.exp(-stepTime_s / 30) + noise_V;
    const transient = 1 - 0.35 * Math.exp(-stepTime_s / 12);
    return direction * plateau_V * transient * (1 + walk(time_s)) + noise_V;
  };
}

/**
 * Bare metal: an initial peak, a rise towards the end of each half cycle (the shape of dendrite-to-pit transitions,
 * Wood et al., ACS Cent. Sci. 2 (2016) 790), fluctuations of seconds to hours, and growth from cycle to cycle.
 */
export function bareLiquidCell(metal: SimulatedMetal, seed: number): CellModel {
  const random = createRandom(seed);
  const start_V = BARE_START_V[metal] * (1 + 0.12 * random.normal());
  const growth_PerHour = BARE_GROWTH_PerHour * (1 + 0.25 * random.normal());
  const slow = createRandomWalk(random, { deviation: 0.14, correlation_s: 5400 });
  const fast = createRandomWalk(random, { deviation: 0.05, correlation_s: 60 });
  return ({ direction, stepTime_s, time_s, passed_mAhPerCm2 }) => {
    const noise_V = 2e-5 * random.normal();
    if (direction === 0) return 0.03 * start_V * Math.exp(-stepTime_s / 90) + noise_V;
    const peak = 0.35 * Math.exp(-stepTime_s / 240);
    const rise = 0.12 * (passed_mAhPerCm2 / LIQUID_DENSITY_mAPerCm2) ** 2;
    const shape = (1 - 0.3 * Math.exp(-stepTime_s / 3)) * (1 + peak + rise);
    const fluctuation = Math.max(0.2, 1 + slow(time_s) + fast(time_s));
    return direction * start_V * (1 + (growth_PerHour * time_s) / 3600) * shape * fluctuation + noise_V;
  };
}
