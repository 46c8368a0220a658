/** Which further measurements, or what could be noted, would change what a comparison concludes. */
import {
  disagreeingChecks,
  setsOf,
  SIGNIFICANT,
  suspectCells,
  type ConcludedFacts,
} from '#core/compare/concludedFacts.ts';
import type { CompareWarningCode } from '#core/compare/comparison.ts';
import { smallestRankP } from '#core/statistics/mannWhitney.ts';
import { conclusionWords as words } from '#core/text/conclusionWords.ts';
import { crossCheckWords } from '#core/text/crossCheckWords.ts';

export function furtherEvidence(facts: ConcludedFacts): readonly string[] {
  return [
    ...moreCells(facts),
    ...testsForShorts(facts),
    ...explanations(facts),
    ...(setsWith(facts, 'batch-unknown').length > 0 ? [words.batchUnknown] : []),
    ...(setsWith(facts, 'one-batch').length > 0 ? [words.oneBatch] : []),
    ...ofSets(setsWith(facts, 'unequal-capacity', 'unequal-current'), words.unequal),
    ...ofSets(setsWith(facts, 'censoring-unknown'), words.untilFailure),
    ...(setsWith(facts, 'hg-inventory').length > 0 ? [words.reserve] : []),
  ];
}

function setsWith(facts: ConcludedFacts, ...codes: readonly CompareWarningCode[]): readonly string[] {
  const warned = facts.metrics.filter(({ warnings }) => warnings.some(({ code }) => codes.includes(code)));
  return setsOf(facts).filter((set) => warned.some((each) => each.set === set));
}

function ofSets(sets: readonly string[], sentence: (sets: readonly string[]) => string): readonly string[] {
  return sets.length === 0 ? [] : [sentence(sets)];
}

/** The fewest cells a group, of two equal ones, with which ranks can come below. */
function fewestCells(below: number): number {
  let n = 2;
  while (smallestRankP(n, n) >= below) n += 1;
  return n;
}

function moreCells(facts: ConcludedFacts): readonly string[] {
  const tests = Math.max(1, ...facts.metrics.map(({ holmTests }) => holmTests));
  const one = fewestCells(SIGNIFICANT);
  const all = fewestCells(SIGNIFICANT / tests);
  return ofSets(setsWith(facts, 'few-cells', 'rank-limit'), (sets) =>
    words.moreCells(sets, [one, smallestRankP(one, one)], all, tests),
  );
}

function testsForShorts(facts: ConcludedFacts): readonly string[] {
  const suspects = suspectCells(facts);
  return suspects.length === 0 ? [] : [words.testForShort(suspects)];
}

function explanations(facts: ConcludedFacts): readonly string[] {
  const disagreeing = disagreeingChecks(facts);
  const checks = [...new Set(disagreeing.map(({ check }) => check))].map((check) => {
    const cells = disagreeing.filter((each) => each.check === check).map(({ cell }) => cell);
    return words.check(crossCheckWords[check], cells);
  });
  return checks.length === 0 ? [] : [words.explain(checks)];
}
