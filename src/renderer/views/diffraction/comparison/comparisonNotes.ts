/** What the numbers of a comparison suppose, and what makes them doubtful. */
import { text } from '../../../text/text.ts';
import type { PatternComparison } from './comparePatterns.ts';
import { thicknessNotes } from './filmThickness.ts';

const words = text.diffraction.comparison;

/** Of the conversion in both scans. */
function conversionNotes({ conversion }: PatternComparison): readonly string[] {
  const found = Object.values(conversion ?? {}).flatMap((outcome) =>
    outcome.ok ? [outcome.conversion] : [],
  );
  if (found.length === 0) return [];
  const disagreeing = found
    .flatMap(({ doubts }) => doubts)
    .flatMap((doubt) => (doubt.code === 'lines-disagree' ? [words.disagree(doubt.phase)] : []));
  return [...new Set(disagreeing), words.assumes];
}

export function comparisonNotes(comparison: PatternComparison | null): readonly string[] {
  if (!comparison) return [];
  return [...conversionNotes(comparison), ...(comparison.film ? thicknessNotes(comparison.film) : [])];
}
