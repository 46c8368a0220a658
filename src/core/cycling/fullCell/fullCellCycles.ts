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
  const halves = run.halfCycles.map((half) => ({ ...half, values: fullCellHalf(run, half) }));
  const cycles = computeCycles(halves);
  const whole = cycles.filter(({ first, second }) => first && second);
  if (!isOneSigned(halves) || whole.length === 0 || 2 * whole.length < cycles.length) return null;
  const charging = chargeDirection(halves.map(({ direction, values }) => ({ direction, ...values })));
  const charges = charging.positiveIs === 'charge' ? 'positive' : 'negative';
  const context = { run, normalisation, charges, unfinished: isUnfinished(run, halves) } as const;
  return {
    charging,
    beginsWith: halves[0]?.direction === charges ? 'charge' : 'discharge',
    cycles: cycles.map((cycle) => describe(cycle, context)),
  };
}

type MeasuredHalf = HalfCycle & { readonly values: FullCellHalf };

function isOneSigned(halves: readonly MeasuredHalf[]): boolean {
  const signs = new Set(halves.map(({ values }) => Math.sign(values.averageVoltage_V)));
  return signs.size === 1 && (signs.has(1) || signs.has(-1));
}

interface Context {
  readonly run: CyclingRun;
  readonly normalisation: Normalisation;
  readonly charges: HalfCycle['direction'];
  readonly unfinished: boolean;
}

function describe(cycle: Cycle<MeasuredHalf>, context: Context): FullCellCycle {
  const { first, second } = cycle;
  const halves = [first, second].flatMap((half) => (half ? [half] : []));
  const charge = sideOf(
    halves.find(({ direction }) => direction === context.charges),
    context,
  );
  const discharge = sideOf(
    halves.find(({ direction }) => direction !== context.charges),
    context,
  );
  return {
    cycle: cycle.cycle,
    charge,
    discharge,
    coulombicEfficiency: ratio(second?.values.capacity_mAh, first?.values.capacity_mAh),
    energyEfficiency: ratio(discharge?.energy_mWh, charge?.energy_mWh),
    voltageEfficiency: ratio(discharge?.averageVoltage_V, charge?.averageVoltage_V),
    leftOut: flawOf(halves, context),
  };
}

function sideOf(half: MeasuredHalf | undefined, { normalisation }: Context): FullCellSide | null {
  if (!half) return null;
  const per = (basis: 'perArea' | 'perMass') => {
    const factor = capacityFactor(basis, normalisation);
    return factor === null ? null : factor * half.capacity_Ah;
  };
  return {
    ...half.values,
    halfCycle: half.index,
    capacity_mAhPerCm2: per('perArea'),
    capacity_mAhPerG: per('perMass'),
  };
}

function flawOf(halves: readonly HalfCycle[], { run, unfinished }: Context): CycleFlaw | null {
  if (halves.length < 2) return 'incomplete';
  const paused = halves.some(({ firstRow, endRow }) =>
    run.trace.breaks.some((row) => row > firstRow && row < endRow),
  );
  if (paused) return 'interrupted';
  return unfinished && halves.at(-1)?.index === run.halfCycles.at(-1)?.index ? 'unfinished' : null;
}

function ratio(above: number | undefined, below: number | undefined): number | null {
  const value = (above ?? NaN) / (below ?? NaN);
  return Number.isFinite(value) ? value : null;
}
