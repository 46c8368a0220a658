/**
 * Simulated symmetric cells whose fate is known: what a detector of shorts is tried on. An ohmic electrolyte in series with
 * two interfaces that follow Butler and Volmer with equal transfer coefficients (E = 2·(2RT/F)·asinh(I/2I₀)), the latter
 * raised by an initial peak and a tail; a short is a resistance in parallel that flickers.
 */
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

export type Fate =
  | 'healthy'
  | 'noisy'
  | 'paused'
  | 'rates'
  | 'conditioning'
  | 'growing'
  | 'below-floor'
  | 'soft-short'
  | 'hard-short'
  | 'contact-loss';

export interface SimulatedCell {
  readonly time_s: Float64Array;
  readonly current_A: Float64Array;
  readonly voltage_V: Float64Array;
  /** Of the electrolyte, as impedance before cycling would give it. */
  readonly ohmic_ohm: number;
  /** The half cycle from 1 in which the fate strikes; null where none does. */
  readonly strikes: number | null;
}

/** 2RT/F at 25 °C, V. */
const THERMAL_V = 0.05139;

interface Cell {
  readonly random: Random;
  readonly fate: Fate;
  readonly current_A: number;
  readonly ohmic_ohm: number;
  readonly interface_ohm: number;
  readonly peak: number;
  readonly tail: number;
  readonly noise: number;
  readonly halfCycles: number;
  readonly samples: number;
  readonly strikes: number;
  /** Half cycles a soft short lasts. */
  readonly lasts: number;
  /** How much of the resistance is left or gained once the fate has struck. */
  readonly severity: number;
  /** Of the fall during conditioning, half cycles and size. */
  readonly falls: { readonly over: number; readonly by: number };
}

const between = (random: Random, low: number, high: number) => low + (high - low) * random.uniform();
const logBetween = (random: Random, low: number, high: number) => low * (high / low) ** random.uniform();

function drawCell(fate: Fate, seed: number): Cell {
  const random = createRandom(seed);
  const halfCycles = Math.round(between(random, 50, 90));
  const ohmic_ohm = logBetween(random, 3, 40);
  return {
    random,
    fate,
    current_A: logBetween(random, 1e-3, 5e-3),
    ohmic_ohm,
    interface_ohm: ohmic_ohm * logBetween(random, 0.7, 5),
    peak: between(random, 0.2, 0.8),
    tail: between(random, 0.05, 0.4),
    noise: fate === 'noisy' ? between(random, 0.01, 0.03) : logBetween(random, 5e-4, 5e-3),
    halfCycles,
    samples: Math.round(between(random, 60, 180)),
    strikes: Math.round(between(random, 15, halfCycles - 15)),
    lasts: random.uniform() < 0.5 ? Infinity : Math.round(between(random, 4, 15)),
    severity: random.uniform(),
    falls: { over: between(random, 2, 6), by: between(random, 2, 8) },
  };
}

/** One cell of 1 h half cycles, the same for a fate and a seed everywhere. */
export function simulateSymmetricCell(fate: Fate, seed: number): SimulatedCell {
  const cell = drawCell(fate, seed);
  const time_s: number[] = [];
  const current_A: number[] = [];
  const voltage_V: number[] = [];
  let now_s = 0;
  const rest = (duration_s: number) => {
    for (let t = 30; t <= duration_s; t += 60) {
      time_s.push(now_s + t);
      current_A.push(0);
      voltage_V.push(2e-4 * cell.random.normal());
    }
    now_s += duration_s;
  };
  for (let h = 1; h <= cell.halfCycles; h += 1) {
    const direction = h % 2 === 1 ? 1 : -1;
    const drive_A = cell.current_A * rateOf(cell, h);
    const pausesAt = fate === 'paused' && cell.random.uniform() < 0.15 ? cell.random.uniform() : null;
    const wander = 1 + 0.015 * cell.random.normal();
    const short = shortOf(cell, h);
    for (let i = 0; i < cell.samples; i += 1) {
      const share = (i + 0.5) / cell.samples;
      if (pausesAt !== null && share > pausesAt && share - 1 / cell.samples <= pausesAt)
        rest(between(cell.random, 600, 7200));
      const size_V = wander * sizeOf(cell, { halfCycle: h, share, drive_A, short_ohm: short() });
      const noise_V = (cell.noise * size_V + 5e-5) * cell.random.normal() + spikeOf(cell, size_V);
      time_s.push(now_s + share * 3600);
      current_A.push(direction * drive_A);
      voltage_V.push(direction * (size_V + noise_V));
    }
    now_s += 3600;
    if (fate === 'paused' && cell.random.uniform() < 0.2) rest(between(cell.random, 600, 10_800));
  }
  return {
    time_s: Float64Array.from(time_s),
    current_A: Float64Array.from(current_A),
    voltage_V: Float64Array.from(voltage_V),
    ohmic_ohm: cell.ohmic_ohm,
    strikes: ['soft-short', 'hard-short', 'contact-loss'].includes(fate) ? cell.strikes : null,
  };
}

/** A noisy logger errs in both directions. */
function spikeOf({ fate, random }: Cell, size_V: number): number {
  if (fate !== 'noisy' || random.uniform() > 0.01) return 0;
  return size_V * 0.2 * (random.uniform() < 0.5 ? -1 : 1);
}

const RATES = [1, 0.5, 2, 3, 1];

function rateOf({ fate, halfCycles }: Cell, halfCycle: number): number {
  if (fate !== 'rates') return 1;
  return RATES[Math.min(RATES.length - 1, Math.floor((RATES.length * (halfCycle - 1)) / halfCycles))] ?? 1;
}

/** The resistance in parallel during one half cycle, drawn anew for each sample. */
function shortOf(cell: Cell, halfCycle: number): () => number {
  const { fate, random, strikes, lasts, severity } = cell;
  if (fate === 'hard-short' && halfCycle >= strikes) {
    const left_ohm = (0.0014 * (0.2 + 0.8 * severity)) / cell.current_A;
    return () => left_ohm;
  }
  if (fate !== 'soft-short' || halfCycle < strikes || halfCycle >= strikes + lasts) return () => Infinity;
  const total_ohm = cell.ohmic_ohm + cell.interface_ohm;
  const base_ohm = total_ohm * (0.25 + 0.75 * severity) * (1 + 0.15 * random.normal());
  let closer = 1;
  return () => {
    if (random.uniform() < 0.06) closer = random.uniform() < 0.5 ? 1 : 0.4 + 0.3 * random.uniform();
    return base_ohm * closer;
  };
}

interface Moment {
  readonly halfCycle: number;
  readonly share: number;
  readonly drive_A: number;
  readonly short_ohm: number;
}

function sizeOf(cell: Cell, { halfCycle, share, drive_A, short_ohm }: Moment): number {
  const fades = shapeLeft(cell, halfCycle);
  const shape = 1 + fades * (cell.peak * Math.exp(-share / 0.04) + cell.tail * share ** 4);
  const interface_ohm = cell.interface_ohm * interfaceFactor(cell, halfCycle) * shape;
  const ohmic_ohm = cell.ohmic_ohm * ohmicFactor(cell, halfCycle);
  const exchange_A = THERMAL_V / interface_ohm;
  const over_V = (current_A: number) =>
    current_A * ohmic_ohm + 2 * THERMAL_V * Math.asinh(current_A / (2 * exchange_A));
  if (short_ohm === Infinity) return over_V(drive_A);
  return sharedWithShort(over_V, drive_A, short_ohm);
}

/** The voltage at which the cell and the short together carry the current, by bisection. */
function sharedWithShort(over_V: (current_A: number) => number, drive_A: number, short_ohm: number): number {
  let low = 0;
  let high = drive_A;
  for (let round = 0; round < 50; round += 1) {
    const ionic_A = (low + high) / 2;
    if (over_V(ionic_A) > (drive_A - ionic_A) * short_ohm) high = ionic_A;
    else low = ionic_A;
  }
  return over_V((low + high) / 2);
}

function fallenBy({ falls }: Cell, halfCycle: number): number {
  return Math.exp(-(halfCycle - 1) / falls.over);
}

/** Conditioning keeps its peak and its tail; the cell that ends below its floor loses both. */
function shapeLeft(cell: Cell, halfCycle: number): number {
  return cell.fate === 'below-floor' ? fallenBy(cell, halfCycle) : 1;
}

function interfaceFactor(cell: Cell, halfCycle: number): number {
  const { fate, falls, strikes, severity } = cell;
  // To three to nine times in the end, in even steps or ever larger ones: a film that thickens, with contact kept.
  if (fate === 'growing') {
    const share = (halfCycle - 1) / (cell.halfCycles - 1);
    return severity < 0.5 ? 1 + falls.by * share : (1 + falls.by) ** share;
  }
  if (fate === 'conditioning') return 1 + falls.by * fallenBy(cell, halfCycle);
  if (fate === 'below-floor') return 0.01 + 4 * fallenBy(cell, halfCycle);
  if (fate === 'contact-loss' && halfCycle >= strikes) return 1 + 20 * (0.5 + severity);
  return 1 + 0.002 * halfCycle;
}

function ohmicFactor(cell: Cell, halfCycle: number): number {
  const { fate, strikes, severity } = cell;
  if (fate === 'below-floor') return 0.5 + fallenBy(cell, halfCycle);
  if (fate === 'contact-loss' && halfCycle >= strikes) return 4 + 10 * severity;
  return 1;
}
