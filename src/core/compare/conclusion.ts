/** A paragraph of what can and cannot be concluded. It is built from the numbers alone. */
import type { MetricComparison, PairResult } from '#core/compare/comparison.ts';
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import type { MetricId } from '#core/compare/metrics.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import { compareWords } from '#core/text/compareWords.ts';

export interface Concluded {
  readonly simulated: boolean;
  readonly metrics: readonly MetricComparison[];
  readonly survival: readonly GroupSurvival[];
  readonly cells: readonly CellMetrics[];
  readonly crossChecks: readonly CrossCheck[];
}

/** Told in words; the table has the others. */
const TOLD: readonly MetricId[] = ['polarisation_end', 'interface_ratio', 'coulombic_efficiency'];
const SIGNIFICANT = 0.05;
const words = compareWords.conclusion;

export function conclusion(concluded: Concluded): string {
  const { simulated, metrics, cells } = concluded;
  const sets = [...new Set(metrics.map(({ set }) => set))];
  const excluded = cells.filter(({ cell }) => cell.exclusionReason !== null);
  return [
    ...(simulated ? [words.simulated()] : []),
    ...sets.flatMap((set) => setSentences(set, concluded)),
    ...doubtfulCells(concluded),
    ...(excluded.length > 0 ? [words.excluded(excluded.map(({ cell }) => cell.name))] : []),
    words.caveat(),
  ].join(' ');
}

function setSentences(set: string, { metrics, survival }: Concluded): readonly string[] {
  const own = metrics.filter((each) => each.set === set);
  const most = (group: number) => Math.max(...own.map(({ groups }) => groups[group]?.n ?? 0));
  const names = own[0]?.groups.map(({ group }, at) => words.counted(group, most(at))) ?? [];
  const told = own.filter(({ metric }) => TOLD.includes(metric)).flatMap(metricSentences);
  return [words.counts(set, names), ...told, ...survivalSentence(set, own, survival)];
}

function metricSentences(comparison: MetricComparison): readonly string[] {
  const pairs: readonly PairResult[] = comparison.pairs.length > 0 ? comparison.pairs : [comparison];
  return pairs.map((pair) => pairSentence(comparison, pair));
}

function pairSentence({ title, groups }: MetricComparison, result: PairResult): string {
  const { pair, ratio, ratioLower95: lower, ratioUpper95: upper, pHolm } = result;
  if (ratio === null || lower === null || upper === null)
    return words.untested(title, groups.map(({ group, n }) => words.counted(group, n)).join(', '));
  const text = words.ratio(ratio, lower, upper);
  if (lower <= 1 && upper >= 1) return words.unclear(title, pair, text);
  const isLost = pHolm !== null && pHolm >= SIGNIFICANT;
  return words.clear(title, pair, text) + (isLost ? words.adjusted(pHolm) : '');
}

function survivalSentence(
  set: string,
  metrics: readonly MetricComparison[],
  survival: readonly GroupSurvival[],
): readonly string[] {
  const groups = survival.filter((each) => each.set === set);
  if (groups.length === 0) return [];
  const told = groups.map(({ group, cells }) => {
    const failed = cells.filter(({ censored }) => !censored);
    const modes = [...new Set(failed.map(({ mode }) => mode))].join(', ');
    return words.survival(group, failed.length, cells.length, modes);
  });
  const tested = metrics.find(({ metric }) => metric === 'time_to_failure');
  const verdict =
    !tested || tested.p === null
      ? words.survivalUntested()
      : words.survivalTest(tested.test, { p: tested.p, pHolm: tested.pHolm ?? tested.p, limit: SIGNIFICANT });
  return [`${told.join('; ')}${verdict}`];
}

function doubtfulCells({ cells, crossChecks }: Concluded): readonly string[] {
  const suspects = cells.filter(({ cell, isSuspect }) => isSuspect && cell.exclusionReason === null);
  const disagreeing = crossChecks.filter(({ verdict }) => verdict === 'disagrees');
  const named = [...new Set(disagreeing.map(({ cell }) => cell))];
  return [
    ...(suspects.length > 0 ? [words.suspects(suspects.map(({ cell }) => cell.name))] : []),
    ...(disagreeing.length > 0 ? [words.disagreeing(disagreeing.length, named)] : []),
  ];
}
