/** Patterns as they are drawn: with a background under them or taken away, and what the figure says of it. */
import { backgroundWords as words } from '#core/text/backgroundWords.ts';
import { aboveBackground } from '#core/xrd/background/treatPattern.ts';
import type { CellPattern, PatternCurve } from '#figures/diffractionFigure.ts';
import type { BackgroundSettings } from './backgroundSettings.ts';
import type { MethodPattern } from './useTreatedPatterns.ts';

export type DrawnBackground = Pick<BackgroundSettings, 'backgroundUse' | 'keepsHalo'>;
type Treated = ReadonlyMap<string, MethodPattern>;

/** Of the background: less could not be told from it in a figure. */
const LEAST_HALO = 0.01;

function curvesOf({ background, method }: MethodPattern): readonly PatternCurve[] {
  if (!background || !method) return [];
  const { background_counts, halo_counts } = background;
  const both = background_counts.map((value, i) => value + (halo_counts[i] ?? NaN));
  const hasHalo = halo_counts.some((value, i) => value > LEAST_HALO * (background_counts[i] ?? NaN));
  return [
    { id: 'background', label: words.curve(words.method(method)), counts: background_counts },
    ...(hasHalo ? [{ id: 'halo' as const, label: words.halo, counts: both }] : []),
  ];
}

/** A pattern without a result is drawn as measured. */
export function treatedPatterns(
  patterns: readonly CellPattern[],
  treated: Treated,
  { backgroundUse, keepsHalo }: DrawnBackground,
): readonly CellPattern[] {
  return patterns.map((pattern) => {
    const result = treated.get(pattern.id);
    if (!result) return pattern;
    if (backgroundUse === 'subtract')
      return { ...pattern, intensity_counts: aboveBackground(result, { keepsHalo }) };
    return { ...pattern, intensity_counts: result.intensity_counts, curves: curvesOf(result) };
  });
}

function notesOf(result: MethodPattern, { backgroundUse, keepsHalo }: DrawnBackground): readonly string[] {
  const method = result.background && result.method ? words.method(result.method) : null;
  const subtracted = keepsHalo ? words.subtracted : words.subtractedWithHalo;
  const note = backgroundUse === 'subtract' ? subtracted : words.drawn;
  return [...(method === null ? [] : [note(method)]), ...(result.isStripped ? [words.stripped] : [])];
}

/** What was done to the patterns, and to how many where it was not to all. */
export function treatmentNotes(
  patterns: readonly CellPattern[],
  treated: Treated,
  drawn: DrawnBackground,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of patterns) {
    const result = treated.get(id);
    for (const note of result ? notesOf(result, drawn) : []) counts.set(note, (counts.get(note) ?? 0) + 1);
  }
  return [...counts].map(([note, count]) =>
    count === patterns.length ? note : words.some(note, count, patterns.length),
  );
}
