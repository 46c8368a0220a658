/** A measured pattern with its fitted peaks, each marked at its top, and what the fit leaves over. */
import { diffractionFigureWords as words } from '#core/text/diffractionFigureWords.ts';
import { onAxis } from '#core/xrd/diffractionAxis.ts';
import { searchSorted } from '#core/numeric/searchSorted.ts';
import type { Figure, LineTrace } from '#figures/figure.ts';
import { patternFitFigure, type FittedPattern, type PatternFitOptions } from '#figures/patternFitFigure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

/** Where a peak was fitted. */
export interface MarkedPeak {
  readonly twoTheta_deg: number;
}

const COLOUR = '#000000';
const SIZE_EM = 0.45;

function peakMarks(
  pattern: FittedPattern,
  peaks: readonly MarkedPeak[],
  { axis, scale, style }: PatternFitOptions,
): LineTrace {
  const { twoTheta_deg, calculated_counts, wavelength_A } = pattern;
  const topOf = (angle: number) => {
    const counts = calculated_counts[searchSorted(twoTheta_deg, angle)] ?? NaN;
    return scale === 'sqrt' ? Math.sqrt(Math.max(0, counts)) : counts;
  };
  const x = Float64Array.from(peaks, (peak) => onAxis(peak.twoTheta_deg, wavelength_A, axis));
  const y = Float64Array.from(peaks, (peak) => topOf(peak.twoTheta_deg));
  return {
    id: 'peaks',
    label: words.peaks,
    group: words.peaks,
    colour: COLOUR,
    dash: 'solid',
    sourceId: pattern.source.id,
    lineScale: 0,
    marker: { symbol: 'circle', open: true, size_pt: SIZE_EM * style.font_pt },
    series: plainSeries(x, y, { xIsSorted: false }),
  };
}

/** The calculated curve has gaps where no peak was fitted. */
export function peakFitFigure(
  pattern: FittedPattern,
  peaks: readonly MarkedPeak[],
  options: PatternFitOptions,
): Figure {
  const figure = patternFitFigure(pattern, options);
  const panels = figure.panels.map((panel) =>
    panel.id === 'fit' ? { ...panel, traces: [...panel.traces, peakMarks(pattern, peaks, options)] } : panel,
  );
  return { ...figure, id: 'diffraction-peaks', title: words.peaksFitted, panels };
}
