/** The ratio of two groups with its interval, and the test, in words. */
import type { MetricComparison, PairResult } from '#core/compare/comparison.ts';
import { conclusionWords } from '#core/text/conclusionWords.ts';
import { shortNumber } from '#core/text/shortNumber.ts';
import { digits } from '../../text/digits.ts';
import { text } from '../../text/text.ts';

const words = text.compare;

export interface PairWords {
  readonly ratio: string;
  readonly test: string;
  /** Other tests of the same cells, and the size of the effect; empty for lifetimes and where nothing was tested. */
  readonly others: string;
}

function intervalWords({ ratio, ratioLower95: lower, ratioUpper95: upper }: PairResult): string {
  if (ratio === null) return words.noRatio;
  return lower === null || upper === null
    ? words.ratioAlone(digits(ratio, 3))
    : conclusionWords.ratio(ratio, lower, upper);
}

function othersOf({ permutationP, rankP, smallestRankP, hedgesG }: PairResult): readonly string[] {
  return [
    ...(permutationP === null ? [] : [words.permutation(shortNumber(permutationP))]),
    ...(rankP === null || smallestRankP === null
      ? []
      : [words.ranks(shortNumber(rankP), shortNumber(smallestRankP))]),
    ...(hedgesG === null
      ? []
      : [words.hedges(shortNumber(hedgesG.g), shortNumber(hedgesG.lower95), shortNumber(hedgesG.upper95))]),
  ];
}

export function pairWords({ holmTests }: MetricComparison, result: PairResult): PairWords {
  const { pair, test, p, pHolm } = result;
  return {
    ratio: words.ratioOf(pair, intervalWords(result)),
    test:
      p === null ? words.noTest : conclusionWords.tested({ test, p, pHolm: pHolm ?? p, tests: holmTests }),
    others: p === null ? '' : othersOf(result).join('; '),
  };
}
