/** What changed between two scans, as a table. */
import type { Conversion, ConversionOutcome } from '#core/xrd/compare/conversion.ts';
import type { RatioOutcome } from '#core/xrd/compare/lineRatio.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { text } from '../../../text/text.ts';
import type { PatternComparison } from './comparePatterns.ts';
import { thicknessWords } from './filmThickness.ts';

const words = text.diffraction.comparison;

const digits = (value: number) => String(Number(value.toPrecision(3)));
const percent = (share: number) => (100 * share).toFixed(1);

function ratioWords(outcome: RatioOutcome): string {
  if (!outcome.ok) return words.refusals[outcome.refusal];
  const { ratio, lower95, upper95, limit95, isSeen } = outcome.ratio;
  if (!isSeen) return words.below(digits(limit95));
  return words.interval(digits(ratio), digits(lower95), digits(upper95));
}

function shareWords({ kind, share, lower95, upper95, limit95 }: Conversion): string {
  if (kind === 'at-least') return words.atLeast(percent(limit95 ?? lower95));
  if (kind === 'at-most') return words.atMost(percent(limit95 ?? upper95));
  return words.interval(percent(share), percent(lower95), percent(upper95));
}

function conversionWords(outcome: ConversionOutcome): string {
  return outcome.ok ? shareWords(outcome.conversion) : words.refusals[outcome.refusal];
}

export function comparisonTable(comparison: PatternComparison | null, substrate: string): ShownTable {
  const titles = [words.quantity, words.before, words.after];
  if (!comparison) return { titles, rows: [] };
  const { difference, lines, conversion, film } = comparison;
  const factor = difference.ok ? digits(difference.difference.factor) : words.refusals[difference.refusal];
  return {
    titles,
    rows: [
      [words.factor, factor, ''],
      ...lines.map(({ phase, hkl, before, after }) => [
        words.ratio(phase, hkl, substrate),
        ratioWords(before),
        ratioWords(after),
      ]),
      ...(conversion
        ? [[words.conversion('Li3Hg'), conversionWords(conversion.before), conversionWords(conversion.after)]]
        : []),
      ...(film
        ? [[text.diffractionAmounts.comparison.row(film.film, substrate), '', thicknessWords(film.outcome)]]
        : []),
    ],
  };
}
