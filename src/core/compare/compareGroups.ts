/** Every metric that two or more groups of one set have, with ratio, interval, test and what limits them. */
import { describeSample } from '#core/statistics/describeSample.ts';
import { holm } from '#core/statistics/holm.ts';
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { ComparedCells } from '#core/compare/comparedCells.ts';
import { comparePair } from '#core/compare/comparePair.ts';
import { compareWarnings } from '#core/compare/compareWarnings.ts';
import {
  pairsOf,
  type GroupValues,
  type MetricComparison,
  type PairResult,
} from '#core/compare/comparison.ts';
import { METRICS, type Metric } from '#core/compare/metrics.ts';
import type { Group } from '#core/project/study.ts';
import { compareWords } from '#core/text/compareWords.ts';

/** One entry for each metric of which at least one cell has a value. p values are not yet adjusted: `adjustByHolm`. */
export function compareGroups(compared: ComparedCells): readonly MetricComparison[] {
  return METRICS.flatMap((metric) => {
    const groups = compared.groups.map((group) => groupValues(metric, group, compared.cells));
    if (groups.every(({ n }) => n === 0)) return [];
    const pairs = groups.flatMap((a, i) =>
      groups.slice(i + 1).map((b) => comparePair(a, b, metric.isLifetime)),
    );
    const [first] = pairs;
    if (!first) return [];
    return [
      {
        metric: metric.id,
        set: compared.set,
        title: compareWords.metric[metric.id],
        unit: metric.unit,
        groups,
        ...first,
        pairs: pairs.length > 1 ? pairs : [],
        holmTests: 0,
        warnings: compareWarnings(metric, groups, compared),
      },
    ];
  });
}

function groupValues(
  { id, isLifetime }: Metric,
  group: Pick<Group, 'id' | 'name'>,
  cells: readonly CellMetrics[],
): GroupValues {
  const found = cells
    .filter(({ cell }) => cell.groupId === group.id && cell.exclusionReason === null)
    .flatMap((each) => {
      const value = each.values[id];
      return value !== null && Number.isFinite(value) ? [{ each, value: withoutRounding(value) }] : [];
    });
  const values = found.map(({ value }) => value);
  const { n, mean, sd } = describeSample(values);
  const known = { group: group.name, n, values, cells: found.map(({ each }) => each.cell.name) };
  if (isLifetime)
    return {
      ...known,
      mean: null,
      sd: null,
      censored: found.map(({ each }) => each.failure?.censored ?? true),
    };
  return { ...known, mean: n > 0 ? mean : null, sd: n > 1 ? sd : null };
}

/**
 * Charges that a protocol made equal differ in their last digits after a million additions, and a spread of such digits
 * would be tested. No measurement has twelve.
 */
function withoutRounding(value: number): number {
  return Number(value.toPrecision(12));
}

/**
 * The same with p values adjusted for how often one metric was tested: the metals, electrolytes and pairs of groups of one
 * answer. Different metrics are no family: which one decides is to be named beforehand.
 */
export function adjustByHolm(comparisons: readonly MetricComparison[]): readonly MetricComparison[] {
  const metrics = [...new Set(comparisons.map(({ metric }) => metric))];
  const families = metrics.map((id) => comparisons.filter(({ metric }) => metric === id));
  const adjusted = new Map(families.flatMap(adjustFamily));
  return comparisons.map((each) => adjusted.get(each) ?? each);
}

function adjustFamily(
  comparisons: readonly MetricComparison[],
): readonly (readonly [MetricComparison, MetricComparison])[] {
  const family = comparisons.flatMap((each) => pairsOf(each).flatMap(({ p }) => p ?? []));
  const adjusted = holm(family).values();
  const adjust = <P extends PairResult>(pair: P): P =>
    pair.p === null ? pair : { ...pair, pHolm: adjusted.next().value ?? null };
  return comparisons.map((each) => {
    const counted = { ...each, holmTests: family.length };
    if (each.pairs.length === 0) return [each, adjust(counted)];
    const pairs = each.pairs.map(adjust);
    return [each, { ...counted, pairs, pHolm: pairs[0]?.pHolm ?? null }];
  });
}
