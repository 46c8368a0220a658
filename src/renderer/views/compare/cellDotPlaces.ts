/** Where the cells of a metric stand on the axis of its sparkline. */
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';

export interface DotLane {
  readonly group: Group;
  /** From 0 at the smallest value of all groups to 1 at the largest. */
  readonly dots: readonly CellDot[];
}

export interface CellDot {
  readonly cell: string;
  readonly place: number;
  /** The test ended before the cell failed: its value is a lower bound. */
  readonly isBound: boolean;
}

const MIDDLE = 0.5;

/** Logarithmic where the ratio is one of geometric means, as is the interval beside it. */
export function cellDots({ groups: measured, ratio }: MetricComparison, groups: readonly Group[]): DotLane[] {
  const isPositive = measured.every(({ values }) => values.every((value) => value > 0));
  const scaled = ratio !== null && isPositive ? Math.log : (value: number) => value;
  const all = measured.flatMap(({ values }) => values.map(scaled));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const place = (value: number) => (most > least ? (scaled(value) - least) / (most - least) : MIDDLE);
  return groups.flatMap((group) => {
    const found = measured.find((each) => each.group === group.name);
    if (!found) return [];
    const dots = found.values.map((value, k) => ({
      cell: found.cells[k] ?? '',
      place: place(value),
      isBound: found.censored?.[k] === true,
    }));
    return [{ group, dots }];
  });
}
