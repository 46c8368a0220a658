/** Which sign of the current charges a cell, decided from the course of its voltage and not from a convention. */
import { meanOf } from '#core/statistics/describeSample.ts';

export interface ChargeDirection {
  readonly positiveIs: 'charge' | 'discharge';
  /**
   * By the course: |E| rises during charge and falls during discharge. By the averages: a cell gives less voltage back
   * than it took. By convention: neither tells, and positive is called charge.
   */
  readonly decidedBy: 'course' | 'averages' | 'convention';
  /** Half cycles whose voltage moved as it should under this reading, of those whose voltage moved. */
  readonly agreeing: number;
  readonly moving: number;
}

type Way = 'positive' | 'negative';

interface Course {
  readonly averageVoltage_V: number;
  readonly rise_V: number;
}

/** So many of the half cycles must agree for the course to decide. */
const CLEAR_SHARE = 2 / 3;
/** By less than instruments resolve a voltage has not moved, and two do not differ. */
const LEAST_RISE_V = 1e-5;

/** `courses`: one for each half cycle. */
export function chargeDirection(
  halfCycles: readonly { readonly direction: Way }[],
  courses: readonly Course[],
): ChargeDirection {
  const ways = halfCycles.map(({ direction }) => direction);
  const votes = courses.map((course, k) => voteForPositive(ways[k], course)).filter((vote) => vote !== 0);
  const forPositive = votes.filter((vote) => vote > 0).length;
  const most = Math.max(forPositive, votes.length - forPositive);
  const told = (positiveIs: ChargeDirection['positiveIs'], decidedBy: ChargeDirection['decidedBy']) => ({
    positiveIs,
    decidedBy,
    agreeing: positiveIs === 'charge' ? forPositive : votes.length - forPositive,
    moving: votes.length,
  });
  if (votes.length > 0 && most >= CLEAR_SHARE * votes.length)
    return told(forPositive === most ? 'charge' : 'discharge', 'course');
  const meanSize = (wanted: Way) =>
    meanOf(
      courses.flatMap(({ averageVoltage_V }, k) => (ways[k] === wanted ? [Math.abs(averageVoltage_V)] : [])),
    );
  const difference = meanSize('positive') - meanSize('negative');
  if (Math.abs(difference) >= LEAST_RISE_V) return told(difference > 0 ? 'charge' : 'discharge', 'averages');
  return told('charge', 'convention');
}

/** +1 where |E| rises with positive current or falls with negative, −1 for the other way, 0 where it does neither. */
function voteForPositive(way: Way | undefined, { averageVoltage_V, rise_V }: Course): number {
  if (!(Math.abs(rise_V) >= LEAST_RISE_V)) return 0;
  return Math.sign(rise_V * averageVoltage_V) * (way === 'positive' ? 1 : -1);
}
