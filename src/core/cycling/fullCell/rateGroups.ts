import { capacityFactor, type Normalisation } from '#core/cycling/capacityProfile.ts';
import { countedCycles } from '#core/cycling/fullCell/countedCycles.ts';
import { cycleMeans, meanBy, type CycleMeans } from '#core/cycling/fullCell/cycleMeans.ts';
import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import { groupByCurrent } from '#core/cycling/sameCurrent.ts';

/** Cycles discharged at one current, within 10 % of that of the first among them. */
export interface RateGroup {
  /** Unsigned mean. */
  readonly current_mA: number;
  readonly currentDensity_mAPerCm2: number | null;
  readonly current_mAPerG: number | null;
  /** Current over the capacity of the reference cycle; null without one. */
  readonly cRate_perH: number | null;
  /** Whose capacities count; the run's first cycle only where it is alone. */
  readonly cycles: readonly number[];
  /** The efficiencies never count the run's first cycle. */
  readonly means: CycleMeans;
}

export interface RateRecovery {
  readonly current_mA: number;
  /** Mean discharge capacities of the first and the last stretch of cycles at this current. */
  readonly before_mAh: number;
  readonly after_mAh: number;
  /** After over before. */
  readonly ratio: number;
}

export interface RateGroups {
  /** In the order of their first cycles. */
  readonly groups: readonly RateGroup[];
  /** Of the first current to which the run returns after another; null where it returns to none. */
  readonly recovery: RateRecovery | null;
}

interface Discharged {
  readonly each: FullCellCycle;
  readonly current_mA: number;
  readonly capacity_mAh: number;
}

/** Groups the cycles without a flaw by the size of their discharge current. */
export function rateGroups(
  cycles: readonly FullCellCycle[],
  normalisation: Normalisation,
  reference_mAh: number | null,
): RateGroups {
  const counted = new Set(countedCycles(cycles).counted);
  const discharged = cycles.flatMap((each): Discharged[] =>
    each.discharge && each.leftOut === null
      ? [
          {
            each,
            current_mA: Math.abs(each.discharge.current_mA),
            capacity_mAh: each.discharge.capacity_mAh,
          },
        ]
      : [],
  );
  const grouped = groupByCurrent(discharged, ({ current_mA }) => current_mA);
  const groups = grouped.map((members): RateGroup => {
    const current_mA = meanBy(members, (member) => member.current_mA)?.mean ?? NaN;
    const all = members.map(({ each }) => each);
    const without = all.filter((each) => counted.has(each));
    const capacities = without.length > 0 ? without : all;
    return {
      current_mA,
      currentDensity_mAPerCm2: scaled(current_mA, capacityFactor('perArea', normalisation)),
      current_mAPerG: scaled(current_mA, capacityFactor('perMass', normalisation)),
      cRate_perH: reference_mAh === null ? null : current_mA / reference_mAh,
      cycles: capacities.map(({ cycle }) => cycle),
      means: cycleMeans(without, capacities),
    };
  });
  return { groups, recovery: recoveryOf(grouped, discharged) };
}

function scaled(current_mA: number, factor: number | null): number | null {
  return factor === null ? null : (current_mA * factor) / 1000;
}

function recoveryOf(groups: readonly Discharged[][], all: readonly Discharged[]): RateRecovery | null {
  for (const group of groups) {
    const places = group.map((one) => all.indexOf(one));
    const gaps = places.flatMap((place, k) => (k > 0 && place - (places[k - 1] ?? NaN) > 1 ? [k] : []));
    const [firstGap, lastGap] = [gaps[0], gaps.at(-1)];
    if (firstGap === undefined || lastGap === undefined) continue;
    const capacity = (members: readonly Discharged[]) =>
      meanBy(members, ({ capacity_mAh }) => capacity_mAh)?.mean ?? NaN;
    const [before_mAh, after_mAh] = [capacity(group.slice(0, firstGap)), capacity(group.slice(lastGap))];
    const current_mA = meanBy(group, (one) => one.current_mA)?.mean ?? NaN;
    return { current_mA, before_mAh, after_mAh, ratio: after_mAh / before_mAh };
  }
  return null;
}
