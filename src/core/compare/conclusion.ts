/** What can be concluded, what cannot, and what would change it. It is built from the numbers alone. */
import { cellsLikeShorts } from '#core/compare/cellsLikeShorts.ts';
import {
  disagreeingChecks,
  setsOf,
  SIGNIFICANT,
  suspectCells,
  toldMetrics,
  type ConcludedFacts,
} from '#core/compare/concludedFacts.ts';
import { pairsOf, type MetricComparison, type PairResult } from '#core/compare/comparison.ts';
import { furtherEvidence } from '#core/compare/furtherEvidence.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import { conclusionWords as words } from '#core/text/conclusionWords.ts';

/** Sentences. */
export interface Conclusion {
  /** What was compared. */
  readonly basis: readonly string[];
  readonly can: readonly string[];
  readonly cannot: readonly string[];
  readonly wouldChange: readonly string[];
}

interface Told {
  readonly isShown: boolean;
  readonly sentence: string;
}

export function conclusion(facts: ConcludedFacts): Conclusion {
  const told = [
    ...toldMetrics(facts).flatMap((metric) => metricTold(metric, facts)),
    ...lifetimesTold(facts),
  ];
  const sentences = (isShown: boolean) =>
    told.filter((each) => each.isShown === isShown).map(({ sentence }) => sentence);
  return {
    basis: basisOf(facts),
    can: sentences(true),
    cannot: [...sentences(false), ...noneFailed(facts), ...doubtfulCells(facts), words.cause],
    wouldChange: furtherEvidence(facts),
  };
}

function basisOf(facts: ConcludedFacts): readonly string[] {
  const excluded = facts.cells.filter(({ cell }) => cell.exclusionReason !== null);
  const sets = setsOf(facts).map((set) => {
    const own = facts.metrics.filter((each) => each.set === set);
    const most = (group: number) => Math.max(...own.map(({ groups }) => groups[group]?.n ?? 0));
    return words.ofSet(set, own[0]?.groups.map(({ group }, at) => words.counted(group, most(at))) ?? []);
  });
  return [
    ...(facts.simulated ? [words.simulated] : []),
    ...(sets.length > 0 ? [words.cells(sets)] : []),
    ...(excluded.length > 0 ? [words.excluded(excluded.map(({ cell }) => cell.name))] : []),
    ...(facts.metrics.some(({ holmTests }) => holmTests > 1) ? [words.family] : []),
  ];
}

function metricTold(comparison: MetricComparison, facts: ConcludedFacts): readonly Told[] {
  return pairsOf(comparison).map((pair) => {
    const { isShown, sentence } = pairTold(comparison, pair, facts);
    return { isShown, sentence: `${comparison.set}. ${sentence}.` };
  });
}

function pairTold(comparison: MetricComparison, result: PairResult, facts: ConcludedFacts): Told {
  const { title, groups } = comparison;
  const { pair, ratio, ratioLower95: lower, ratioUpper95: upper } = result;
  if (ratio === null || lower === null || upper === null) {
    const compared = groups.filter(({ group }) => pair.includes(group));
    const counts = compared.map(({ group, n }) => words.counted(group, n));
    return { isShown: false, sentence: words.untested(title, counts) };
  }
  const found = words.found(title, pair, words.ratio(ratio, lower, upper));
  if (lower <= 1 && upper >= 1) return { isShown: false, sentence: `${found}; ${words.includesOne}` };
  const { p, isShown } = testOf(comparison, result);
  if (!isShown) return { isShown, sentence: `${found}; ${p}: ${words.notShown}` };
  const doubtful = doubtfulOf(comparison, ratio > 1 ? pair[1] : pair[0], facts);
  return doubtful.length === 0
    ? { isShown, sentence: `${found}; ${p}` }
    : { isShown: false, sentence: `${found}; ${words.notBetter(doubtful)}` };
}

function testOf({ holmTests: tests }: MetricComparison, { test, p, pHolm }: PairResult) {
  if (p === null) return { p: '', isShown: false };
  const adjusted = pHolm ?? p;
  return { p: words.tested({ test, p, pHolm: adjusted, tests }), isShown: adjusted < SIGNIFICANT };
}

/** Of the group with the lower values: a short lowers resistance, polarisation and efficiency alike. */
function doubtfulOf({ groups }: MetricComparison, lower: string, facts: ConcludedFacts): readonly string[] {
  const likeShorts = cellsLikeShorts(facts);
  return (groups.find(({ group }) => group === lower)?.cells ?? []).filter((name) => likeShorts.has(name));
}

function hasFailure({ cells }: GroupSurvival): boolean {
  return cells.some(({ censored }) => !censored);
}

function survivalOf({ survival }: ConcludedFacts, set: string): readonly GroupSurvival[] {
  return survival.filter((each) => each.set === set);
}

function lifetimesTold(facts: ConcludedFacts): readonly Told[] {
  return setsOf(facts).flatMap((set) => {
    const groups = survivalOf(facts, set);
    const tested = facts.metrics.find((each) => each.set === set && each.metric === 'time_to_failure');
    if (!tested || !groups.some(hasFailure)) return [];
    const failures = words.lifetimes(groups.map(failuresOf));
    return pairsOf(tested).map((result): Told => {
      const { p, isShown } = testOf(tested, result);
      const verdict = isShown ? words.lifetimesDiffer : words.lifetimesAlike;
      const said = p === '' ? words.lifetimesUntested : verdict(result.pair, p);
      return { isShown, sentence: `${set}. ${failures}; ${said}.` };
    });
  });
}

function failuresOf({ group, cells }: GroupSurvival): string {
  const failed = cells.filter(({ censored }) => !censored);
  const modes = [...new Set(failed.flatMap(({ mode }) => mode ?? []))];
  return words.failures(group, failed.length, cells.length, modes);
}

function noneFailed(facts: ConcludedFacts): readonly string[] {
  const sets = setsOf(facts).filter((set) => {
    const groups = survivalOf(facts, set);
    return groups.length > 0 && !groups.some(hasFailure);
  });
  return sets.length === 0 ? [] : [words.noneFailed(sets)];
}

/** Cells whose numbers are in doubt, whatever group they are of. */
function doubtfulCells(facts: ConcludedFacts): readonly string[] {
  const suspects = suspectCells(facts);
  const disagreeing = disagreeingChecks(facts);
  const named = [...new Set(disagreeing.map(({ cell }) => cell))];
  return [
    ...(suspects.length > 0 ? [words.suspects(suspects)] : []),
    ...(disagreeing.length > 0 ? [words.disagreeing(disagreeing.length, named)] : []),
  ];
}
