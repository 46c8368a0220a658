import { capacityFactor, type Normalisation } from '#core/cycling/capacityProfile.ts';
import { computeCycles, type Cycle } from '#core/cycling/cycles.ts';
import { chargeDirection, type ChargeDirection } from '#core/cycling/fullCell/chargeDirection.ts';
import { fullCellHalf, type FullCellHalf } from '#core/cycling/fullCell/fullCellHalf.ts';
import { isUnfinished } from '#core/cycling/fullCell/isUnfinished.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface FullCellSide extends FullCellHalf {
  /** Index of its half cycle. */
  readonly halfCycle: number;
  /** Null where the area or the mass is not known. */
  readonly capacity_mAhPerCm2: number | null;
  readonly capacity_mAhPerG: number | null;
}

/** A half cycle is missing; the instrument paused inside one; the run ends before the voltage at which others ended. */
export type CycleFlaw = 'incomplete' | 'interrupted' | 'unfinished';

export interface FullCellCycle {
  readonly cycle: number;
  readonly charge: FullCellSide | null;
  readonly discharge: FullCellSide | null;
  /**
   * What came back of what was put in: capacity of the second half cycle over that of the first, 1 = equal. Discharge over
   * charge where the run begins with a charge, charge over discharge where it begins with a discharge.
   */
  readonly coulombicEfficiency: number | null;
  /** Discharge over charge. */
  readonly energyEfficiency: number | null;
  /** Average discharge voltage over average charge voltage. */
  readonly voltageEfficiency: number | null;
  /** Why the cycle is left out of means; null = it counts. */
  readonly leftOut: CycleFlaw | null;
}

export interface FullCellCourse {
  readonly charging: ChargeDirection;
  readonly beginsWith: 'charge' | 'discharge';
  readonly cycles: readonly FullCellCycle[];
}

/** The cycles of a full cell; null as for `fullCellCourse`. */
export function fullCellCycles(
  run: CyclingRun,
  normalisation: Normalisation,
): readonly FullCellCycle[] | null {
  return fullCellCourse(run, normalisation)?.cycles ?? null;
}

/**
 * Charge and discharge of every cycle, or null when the average voltages do not keep one sign (a symmetric cell) or most
 * cycles lack their second half cycle.
 */
export function fullCellCourse(run: CyclingRun, normalisation: Normalisation): FullCellCourse | null {
  const { halfCycles } = run;
  const cycles = computeCycles(halfCycles);
  const values = halfCycles.map((half) => fullCellHalf(run, half));
  const whole = cycles.filter(({ first, second }) => first && second);
  if (!isOneSigned(values) || whole.length === 0 || 2 * whole.length < cycles.length) return null;
  const charging = chargeDirection(halfCycles, values);
  const charges = charging.positiveIs === 'charge' ? 'positive' : 'negative';
  const sides = halfCycles.map((half, k) => sideOf(half, values[k], normalisation));
  const unfinished = isUnfinished(run, values) ? (halfCycles.at(-1)?.index ?? null) : null;
  const context = { sides, charges, unfinished, breaks: run.trace.breaks } as const;
  return {
    charging,
    beginsWith: halfCycles[0]?.direction === charges ? 'charge' : 'discharge',
    cycles: cycles.map((cycle) => describe(cycle, context)),
  };
}

function isOneSigned(values: readonly FullCellHalf[]): boolean {
  const signs = new Set(values.map(({ averageVoltage_V }) => Math.sign(averageVoltage_V)));
  return signs.size === 1 && (signs.has(1) || signs.has(-1));
}

function sideOf(
  { index, capacity_Ah }: HalfCycle,
  values: FullCellHalf | undefined,
  normalisation: Normalisation,
): FullCellSide | null {
  if (!values) return null;
  const perArea = capacityFactor('perArea', normalisation);
  const perMass = capacityFactor('perMass', normalisation);
  return {
    ...values,
    halfCycle: index,
    capacity_mAhPerCm2: perArea === null ? null : perArea * capacity_Ah,
    capacity_mAhPerG: perMass === null ? null : perMass * capacity_Ah,
  };
}

interface Context {
  /** In the order of the half cycles. */
  readonly sides: readonly (FullCellSide | null)[];
  readonly charges: HalfCycle['direction'];
  /** Index of the half cycle in which the run ends. */
  readonly unfinished: number | null;
  readonly breaks: readonly number[];
}

function describe({ cycle, first, second }: Cycle, context: Context): FullCellCycle {
  const { sides, charges } = context;
  const sideTo = (half: HalfCycle | null) => (half ? (sides[half.index - 1] ?? null) : null);
  const charge = sideTo([first, second].find((half) => half?.direction === charges) ?? null);
  const discharge = sideTo([first, second].find((half) => half && half.direction !== charges) ?? null);
  return {
    cycle,
    charge,
    discharge,
    coulombicEfficiency: ratio(sideTo(second)?.capacity_mAh, sideTo(first)?.capacity_mAh),
    energyEfficiency: ratio(discharge?.energy_mWh, charge?.energy_mWh),
    voltageEfficiency: ratio(discharge?.averageVoltage_V, charge?.averageVoltage_V),
    leftOut: flawOf(first, second, context),
  };
}

function flawOf(
  first: HalfCycle | null,
  second: HalfCycle | null,
  { breaks, unfinished }: Context,
): CycleFlaw | null {
  if (!first || !second) return 'incomplete';
  const paused = [first, second].some(({ firstRow, endRow }) =>
    breaks.some((row) => row > firstRow && row < endRow),
  );
  if (paused) return 'interrupted';
  return second.index === unfinished ? 'unfinished' : null;
}

function ratio(above: number | undefined, below: number | undefined): number | null {
  const value = (above ?? NaN) / (below ?? NaN);
  return Number.isFinite(value) ? value : null;
}
