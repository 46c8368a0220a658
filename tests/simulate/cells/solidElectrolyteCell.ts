/**
 * Li | LLTO | Li cells at 5 mA/cm2, bare and with an amalgam film, made to look like what Fan et al. report
 * (Adv. Mater. 2020, doi:10.1002/adma.202004798): the bare cell's voltage rises sharply within hours; the amalgam
 * cell starts near 80 mV, falls to about 10 mV and stays there for 500 h; five cycles leave its impedance far below
 * the bare cell's although it began slightly above.
 *
 * The paper gives no thickness, conductivity or capacity. Taken here, in the paper's favour: 100 µm of electrolyte at
 * 1 mS/cm, so that the ohmic part alone is j L / sigma = 50 mV at 5 mA/cm2. A plateau of 10 mV then needs a current
 * path that is not ionic, and the simulation gives it one: filaments in parallel with the electrolyte. The flat
 * rectangular trace below the ohmic floor is therefore what an honest analysis must notice, not an accident.
 */
import type { Circuit } from '../impedance.ts';
import type { CellModel } from '../galvanostat.ts';
import { createRandom, type Random } from '../random.ts';
import { createRandomWalk } from '../randomWalk.ts';

export const LLTO = { thickness_um: 100, conductivity_SPerCm: 1e-3 } as const;
export const DENSITY_mAPerCm2 = 5;
const IONIC_ohmcm2 = (LLTO.thickness_um * 1e-4) / LLTO.conductivity_SPerCm;
/** Share of the electrolyte's resistance that lies in its grains; the rest is grain boundary. */
const GRAIN_SHARE = 0.4;

export interface SolidElectrolyteCell {
  readonly voltage: CellModel;
  /** The cell's circuit after `time_s` of cycling, in ohm and farad of the whole electrode area. */
  readonly circuitAt: (time_s: number, area_cm2: number) => Circuit;
}

const volts = (asr_ohmcm2: number): number => (DENSITY_mAPerCm2 * asr_ohmcm2) / 1000;

/** Bare lithium: contact is lost, so the interface's resistance grows exponentially until the voltage limit. */
export function bareSolidCell(seed: number): SolidElectrolyteCell {
  const random = createRandom(seed);
  const pristine_ohmcm2 = 5 * (1 + 0.05 * random.normal());
  const growth_h = 3 * (1 + 0.1 * random.normal());
  const walk = createRandomWalk(random, { deviation: 0.03, correlation_s: 90 });
  const interface_ohmcm2 = (time_s: number): number =>
    pristine_ohmcm2 * Math.exp(Math.max(0, time_s - 3600) / 3600 / growth_h);
  return {
    voltage: (state) => {
      if (state.direction === 0) return restingVoltage(state.stepTime_s, 0.004, random);
      // Voids open while lithium is stripped: the resistance climbs within the half cycle too.
      const voids = 1 + 0.25 * (state.passed_mAhPerCm2 / DENSITY_mAPerCm2) ** 2;
      const asr = IONIC_ohmcm2 + interface_ohmcm2(state.time_s) * voids * (1 + walk(state.time_s));
      return state.direction * volts(asr);
    },
    circuitAt: (time_s, area_cm2) =>
      solidCircuit({ interface_ohmcm2: interface_ohmcm2(time_s), short_ohmcm2: null }, area_cm2),
  };
}

/** Amalgam: a good interface, and electronic filaments that take over the current in the first days. */
export function amalgamSolidCell(seed: number): SolidElectrolyteCell {
  const random = createRandom(seed);
  const interface_ohmcm2 = 6 * (1 + 0.05 * random.normal());
  const shorted_ohmcm2 = 2 * (1 + 0.05 * random.normal());
  const ion_ohmcm2 = IONIC_ohmcm2 + interface_ohmcm2;
  const filaments = filamentTimes(random);
  const final_SPercm2 = 1 / shorted_ohmcm2 - 1 / ion_ohmcm2;
  const short_SPercm2 = (time_s: number): number => final_SPercm2 * grownShare(filaments, time_s);
  const walk = createRandomWalk(random, { deviation: 0.006, correlation_s: 1800 });
  return {
    voltage: (state) => {
      const leak_SPercm2 = short_SPercm2(state.time_s) * (1 + walk(state.time_s));
      // What the filaments carry does not polarise the interface, so the relaxation fades with the ionic share.
      const ionicShare = 1 / (1 + ion_ohmcm2 * leak_SPercm2);
      if (state.direction === 0) return ionicShare ** 2 * restingVoltage(state.stepTime_s, 0.003, random);
      const slow = 0.5 * (1 - Math.exp(-state.stepTime_s / 150));
      return state.direction * volts(1 / (1 / (ion_ohmcm2 + slow) + leak_SPercm2)) + 1e-5 * random.normal();
    },
    circuitAt: (time_s, area_cm2) => {
      const leak_SPercm2 = short_SPercm2(time_s);
      const short_ohmcm2 = leak_SPercm2 > 0 ? 1 / leak_SPercm2 : null;
      return solidCircuit({ interface_ohmcm2, short_ohmcm2 }, area_cm2);
    },
  };
}

/** Sixteen filaments appear over about 60 h, the first after some 5 h, h. */
function filamentTimes(random: Random): readonly number[] {
  const count = 16;
  return Array.from({ length: count }, (_, index) => 5 + (60 * (index + random.uniform())) / count);
}

/** How much of the final electronic conductance has grown; each filament takes about an hour. */
function grownShare(filaments_h: readonly number[], time_s: number): number {
  const time_h = time_s / 3600;
  const grown = filaments_h.reduce((sum, at_h) => sum + (time_h > at_h ? 1 - Math.exp(at_h - time_h) : 0), 0);
  return grown / filaments_h.length;
}

/** Open-circuit voltage of a symmetric cell: 0 but for a relaxation and the meter's noise. */
function restingVoltage(stepTime_s: number, start_V: number, random: Random): number {
  return start_V * Math.exp(-stepTime_s / 60) + 1e-5 * random.normal();
}

/** Capacitances per area after Irvine, Sinclair and West, Adv. Mater. 2 (1990) 132: grain boundary, then interface. */
function solidCircuit(
  { interface_ohmcm2, short_ohmcm2 }: { interface_ohmcm2: number; short_ohmcm2: number | null },
  area_cm2: number,
): Circuit {
  return {
    inductance_H: 4e-7,
    series_ohm: (GRAIN_SHARE * IONIC_ohmcm2) / area_cm2,
    arcs: [
      { r_ohm: ((1 - GRAIN_SHARE) * IONIC_ohmcm2) / area_cm2, q: 4e-8 * area_cm2, n: 0.95 },
      { r_ohm: interface_ohmcm2 / area_cm2, q: 2e-5 * area_cm2, n: 0.82 },
    ],
    parallel_ohm: short_ohmcm2 === null ? null : short_ohmcm2 / area_cm2,
  };
}
