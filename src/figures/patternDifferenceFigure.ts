/** Two patterns of a sample, the former scaled to the latter, and what changed between them with its error. */
import { NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { diffractionFigureWords as words } from '#core/text/diffractionFigureWords.ts';
import type { DifferencePattern } from '#core/xrd/compare/differencePattern.ts';
import { onAxis, type DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import { cellLine, notesOf } from '#figures/cellTrace.ts';
import type { CellPattern } from '#figures/diffractionFigure.ts';
import type { Axis, Figure, FigureStyle, Frame, LineTrace, Panel } from '#figures/figure.ts';
import { panelLayout } from '#figures/panelLayout.ts';
import { patternFrames } from '#figures/patternFrames.ts';
import { phaseTicksPanel, type TickedPhase } from '#figures/phaseTicksPanel.ts';
import { scanSeries } from '#figures/scanSeries.ts';

export interface ComparedPatterns {
  readonly before: CellPattern;
  readonly after: CellPattern;
  readonly difference: DifferencePattern;
}

export interface PatternDifferenceOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly axis: DiffractionAxis;
  readonly phases: readonly TickedPhase[];
  readonly notes: readonly string[];
}

const DIFFERENCE = '#000000';
const DIFFERENCE_SHARE = 0.36;

function overlaidTrace(pattern: CellPattern, factor: number, axis: DiffractionAxis): LineTrace {
  const x = pattern.twoTheta_deg.map((angle) => onAxis(angle, pattern.wavelength_A, axis));
  const series = scanSeries(x, pattern.intensity_counts, { offset: 0, factor });
  return { ...cellLine(pattern, series), label: pattern.label };
}

function differenceTraces(
  { after, difference }: ComparedPatterns,
  axis: DiffractionAxis,
): readonly LineTrace[] {
  const { twoTheta_deg, difference_counts, error_counts } = difference;
  const x = twoTheta_deg.map((angle) => onAxis(angle, after.wavelength_A, axis));
  const shifted = (sign: number) =>
    difference_counts.map((value, k) => value + sign * NORMAL_TWO_SIDED_95 * (error_counts[k] ?? 0));
  const trace = (id: string, label: string, y: Float64Array): LineTrace => ({
    ...{ id, label, group: label, colour: DIFFERENCE, dash: 'solid', sourceId: after.source.id },
    series: scanSeries(x, y),
  });
  return [
    { ...trace('lower', words.differenceBand, shifted(-1)), lineScale: 0 },
    { ...trace('upper', words.differenceBand, shifted(1)), lineScale: 0, fillsToPrevious: true },
    trace('difference', words.difference, difference_counts),
  ];
}

function panelOf(id: string, frame: Frame, xAxis: Axis, traces: readonly LineTrace[]): Panel {
  const quantity = id === 'patterns' ? words.intensity : words.differenceAxis;
  return {
    ...{ id, title: '', frame, xAxis, xLink: 'diffraction', yLink: id, isInset: false, traces },
    yAxis: { quantity, unit: words.counts, range: null },
    showsXLabels: id === 'difference',
    ...(id === 'difference' ? { yLines: [0] } : {}),
  };
}

export function patternDifferenceFigure(
  compared: ComparedPatterns,
  { style, simulated, axis, phases, notes }: PatternDifferenceOptions,
): Figure {
  const { before, after, difference } = compared;
  const layout = panelLayout(style, {
    columns: 1,
    hasTitles: false,
    hasNotes: true,
    legend: [
      { label: words.times(before.label, difference.factor), colour: before.colour, dash: before.dash },
      { label: after.label, colour: after.colour, dash: after.dash },
      ...phases.map(({ name, colour }) => ({ label: name, colour, dash: 'solid' as const })),
    ],
  });
  const rows = { phases: phases.length, differenceShare: DIFFERENCE_SHARE };
  const frames = patternFrames(layout, style, rows);
  const place = (angle: number) => onAxis(angle, after.wavelength_A, axis);
  const ends = [before, after]
    .flatMap(({ twoTheta_deg: angles }) => [angles[0] ?? 0, angles.at(-1) ?? 1])
    .map(place);
  const xAxis: Axis = { ...words.axes[axis], range: [Math.min(...ends), Math.max(...ends)] };
  const below = { xAxis, xLink: 'diffraction', showsXLabels: false, place };
  const drawn = [overlaidTrace(before, difference.factor, axis), overlaidTrace(after, 1, axis)];
  return {
    ...style,
    id: 'diffraction-difference',
    title: words.compared,
    panels: [
      panelOf('patterns', frames.pattern, xAxis, drawn),
      ...(frames.ticks ? [phaseTicksPanel(phases, { frame: frames.ticks, ...below })] : []),
      panelOf('difference', frames.lowest, xAxis, differenceTraces(compared, axis)),
    ],
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...notesOf([before, after], simulated), ...notes],
    sources: [before.source, after.source],
  };
}
