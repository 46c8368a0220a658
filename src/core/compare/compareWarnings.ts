/** What limits a comparison, beside its numbers. */
import type { ComparedCells } from '#core/compare/comparedCells.ts';
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import { isAmalgam } from '#core/compare/cellEvidence.ts';
import type { CompareWarning, GroupValues } from '#core/compare/comparison.ts';
import type { Metric } from '#core/compare/metrics.ts';
import { smallestRankP } from '#core/statistics/mannWhitney.ts';
import { compareWords } from '#core/text/compareWords.ts';

const FEW_CELLS = 3;
/** A percentile bootstrap of so few cells covers far less than it says. */
const BOOTSTRAP_FROM = 8;
/** Medians of cells farther apart than this share count as unequal. */
export const UNEQUAL_FROM = 0.05;
const SIGNIFICANT = 0.05;

type Rule = (metric: Metric, groups: readonly GroupValues[], compared: Compared) => readonly CompareWarning[];

interface Compared extends ComparedCells {
  readonly included: readonly CellMetrics[];
}

export function compareWarnings(
  metric: Metric,
  groups: readonly GroupValues[],
  compared: ComparedCells,
): readonly CompareWarning[] {
  const ids = new Set<string | null>(compared.groups.map(({ id }) => id));
  const cells = compared.cells.filter(({ cell }) => ids.has(cell.groupId));
  const included = cells.filter(({ cell }) => cell.exclusionReason === null);
  return RULES.flatMap((rule) => rule(metric, groups, { ...compared, cells, included }));
}

const words = compareWords.warning;

const fewCells: Rule = (_, groups) => [
  ...groups
    .filter(({ n }) => n < FEW_CELLS)
    .map(({ group, n }) => ({ code: 'few-cells' as const, text: words.fewCells(group, n) })),
  ...(groups.some(({ n }) => n < 2) ? [{ code: 'no-test' as const, text: words.noTest() }] : []),
];

const rankLimit: Rule = (_, groups) => {
  const [a, b] = groups;
  if (!a || !b || a.n === 0 || b.n === 0) return [];
  const smallest = smallestRankP(a.n, b.n);
  if (smallest < SIGNIFICANT) return [];
  return [{ code: 'rank-limit', text: words.rankLimit(a.n, b.n, smallest) }];
};

const noBootstrap: Rule = (_, groups) =>
  groups.some(({ n }) => n < BOOTSTRAP_FROM)
    ? [{ code: 'no-bootstrap', text: words.noBootstrap(BOOTSTRAP_FROM) }]
    : [];

const unequalSizes: Rule = (_, groups) => {
  const [a, b] = groups;
  return a && b && a.n !== b.n && a.n > 0 && b.n > 0
    ? [{ code: 'unequal-sizes', text: words.unequalSizes(a.n, b.n) }]
    : [];
};

const batches: Rule = (_, __, { included }) => {
  const known = new Set(included.map(({ batch }) => batch));
  if (known.has(null)) return [{ code: 'batch-unknown', text: words.batchUnknown() }];
  return known.size === 1 ? [{ code: 'one-batch', text: words.oneBatch() }] : [];
};

const unequalConditions: Rule = (_, __, { included }) => {
  const unequal = (of: (cell: CellMetrics) => number | null) =>
    rangeOf(included.flatMap((cell) => of(cell) ?? []));
  const capacity = unequal((cell) => cell.arealCapacity_mAhPerCm2);
  const current = unequal((cell) => cell.currentDensity_mAPerCm2);
  return [
    ...(capacity
      ? [{ code: 'unequal-capacity' as const, text: words.unequalCapacity(...capacity, UNEQUAL_FROM) }]
      : []),
    ...(current
      ? [{ code: 'unequal-current' as const, text: words.unequalCurrent(...current, UNEQUAL_FROM) }]
      : []),
  ];
};

/** Null when all lie within the tolerance. */
function rangeOf(values: readonly number[]): readonly [number, number] | null {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length > 1 && high > low * (1 + UNEQUAL_FROM) ? [low, high] : null;
}

const excluded: Rule = (_, __, { cells }) => {
  const left = cells.filter(({ cell }) => cell.exclusionReason !== null);
  if (left.length === 0) return [];
  const named = left.map(({ cell }) => `${cell.name} (${cell.exclusionReason ?? ''})`);
  return [{ code: 'excluded-cells', text: words.excludedCells(named) }];
};

const missing: Rule = (_, groups, { included }) => {
  const measured = new Set(groups.flatMap(({ cells }) => cells));
  const without = included.flatMap(({ cell }) => (measured.has(cell.name) ? [] : [cell.name]));
  return without.length === 0 ? [] : [{ code: 'missing-values', text: words.missingValues(without) }];
};

const hgInventory: Rule = (_, __, { included }) => {
  const holding = new Set(included.map(({ cell }) => isAmalgam(cell)));
  return holding.size === 2 ? [{ code: 'hg-inventory', text: words.hgInventory() }] : [];
};

const suspects: Rule = ({ id }, __, { included }) => {
  const found = included.flatMap(({ cell, isSuspect }) => (isSuspect ? [cell.name] : []));
  const matters = /^(?:polarisation|hysteresis|conditioning|interface|intercept)/u.test(id);
  return matters && found.length > 0 ? [{ code: 'suspect-cells', text: words.suspectCells(found) }] : [];
};

const censoring: Rule = ({ isLifetime }, __, { included }) => {
  const ended = included.filter(({ failure, endReason }) => failure?.censored === true && endReason === null);
  if (!isLifetime || ended.length === 0) return [];
  return [{ code: 'censoring-unknown', text: words.censoringUnknown(ended.map(({ cell }) => cell.name)) }];
};

const RULES: readonly Rule[] = [
  fewCells,
  rankLimit,
  unequalSizes,
  noBootstrap,
  batches,
  unequalConditions,
  excluded,
  missing,
  hgInventory,
  suspects,
  censoring,
];
