/** Which sign of the current charges a cell, decided from the course of its voltage and not from a convention. */

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

export interface DirectedHalf {
  readonly direction: 'positive' | 'negative';
  readonly averageVoltage_V: number;
  readonly rise_V: number;
}

/** So many of the half cycles must agree for the course to decide. */
const CLEAR_SHARE = 2 / 3;

export function chargeDirection(halves: readonly DirectedHalf[]): ChargeDirection {
  const votes = halves.map(voteForPositive).filter((vote) => vote !== 0);
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
  const difference = meanSize(halves, 'positive') - meanSize(halves, 'negative');
  if (difference !== 0 && Number.isFinite(difference))
    return told(difference > 0 ? 'charge' : 'discharge', 'averages');
  return told('charge', 'convention');
}

/** +1 where |E| rises with positive current or falls with negative, −1 for the other way, 0 where it does neither. */
function voteForPositive({ direction, averageVoltage_V, rise_V }: DirectedHalf): number {
  const vote = Math.sign(rise_V * averageVoltage_V) * (direction === 'positive' ? 1 : -1);
  return Number.isNaN(vote) ? 0 : vote;
}

function meanSize(halves: readonly DirectedHalf[], wanted: DirectedHalf['direction']): number {
  const of = halves.filter(({ direction }) => direction === wanted);
  return of.reduce((sum, { averageVoltage_V }) => sum + Math.abs(averageVoltage_V), 0) / of.length;
}
