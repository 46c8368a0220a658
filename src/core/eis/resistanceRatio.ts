/** Ratio of two groups of cells with a 95 % interval: Welch's t on the logarithms, so that it is never negative. */
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

export interface ResistanceRatio {
  /** Of the geometric means, first over second. */
  readonly ratio: number;
  /** Null unless both groups have at least two cells. */
  readonly interval95: readonly [number, number] | null;
  /** Cells, not points of a spectrum. */
  readonly cells: readonly [number, number];
}

/** One resistance a cell. Null when a group is empty or a resistance is not above zero. */
export function resistanceRatio(
  first_ohm: readonly number[],
  second_ohm: readonly number[],
): ResistanceRatio | null {
  const all = [...first_ohm, ...second_ohm];
  if (first_ohm.length === 0 || second_ohm.length === 0 || all.some((value) => !(value > 0))) return null;
  const [a, b] = [logarithms(first_ohm), logarithms(second_ohm)];
  const difference = a.mean - b.mean;
  const cells = [a.count, b.count] as const;
  if (a.count < 2 || b.count < 2) return { ratio: Math.exp(difference), interval95: null, cells };
  const square = a.errorSquare + b.errorSquare;
  const welch = square ** 2 / (a.errorSquare ** 2 / (a.count - 1) + b.errorSquare ** 2 / (b.count - 1));
  // Rounded down: a wider interval. Groups without any spread have at least the degrees of the smaller one.
  const degrees = Number.isFinite(welch) ? Math.max(1, Math.floor(welch)) : Math.min(a.count, b.count) - 1;
  const half = studentQuantile(degrees, 0.95) * Math.sqrt(square);
  return {
    ratio: Math.exp(difference),
    interval95: [Math.exp(difference - half), Math.exp(difference + half)],
    cells,
  };
}

function logarithms(values: readonly number[]): { mean: number; errorSquare: number; count: number } {
  const logs = values.map(Math.log);
  const count = logs.length;
  const mean = logs.reduce((sum, value) => sum + value, 0) / count;
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, errorSquare: squares / (count - 1) / count, count };
}
