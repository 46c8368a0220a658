/** A measured pattern with the fit of its phases: calculated curve, background, indices, reference lines, difference. */
import { diffractionFigureWords as words } from '#core/text/diffractionFigureWords.ts';
import { onAxis, type DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import type { PhaseTick } from '#core/xrd/phaseTicks.ts';
import { cellLine, notesOf } from '#figures/cellTrace.ts';
import type { CellPattern } from '#figures/diffractionFigure.ts';
import { intensityAxis, scaledPatterns, type IntensityScale } from '#figures/diffractionScale.ts';
import type { Axis, Figure, FigureStyle, Frame, LineTrace, Panel, Series } from '#figures/figure.ts';
import { lineLabels, type LabelPhase } from '#figures/lineLabels.ts';
import { emOf, panelLayout, type LegendItem } from '#figures/panelLayout.ts';
import { patternFrames } from '#figures/patternFrames.ts';
import { phaseTicksPanel, type TickedPhase } from '#figures/phaseTicksPanel.ts';
import { scanSeries } from '#figures/scanSeries.ts';

export interface FittedPattern extends CellPattern {
  readonly sigma_counts: Float64Array;
  readonly calculated_counts: Float64Array;
  readonly background_counts: Float64Array;
  /** Of all lines: zero shift at the first angle of the pattern, in °. */
  readonly shift_deg: number;
}

export interface PatternFitOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly axis: DiffractionAxis;
  readonly scale: IntensityScale;
  /** Present phases: their lines are named. */
  readonly phases: readonly TickedPhase[];
  readonly notes: readonly string[];
}

/** No group has it, whose colour the measured pattern may be drawn in. */
const CALCULATED = '#000000';
const BACKGROUND = '#5F6B6D';
const DASHES = { calculated: 'solid', background: 'dash' } as const;
/** Share of the height that the difference takes. */
const DIFFERENCE_SHARE = 0.18;
/** Weaker lines are not named. */
const LEAST_NAMED = 5;
const MOST_SIGMA = 5;

interface Curve {
  readonly id: 'calculated' | 'background';
  readonly colour: string;
  readonly counts: Float64Array;
}

function curvesOf({ calculated_counts, background_counts }: FittedPattern): readonly Curve[] {
  return [
    { id: 'calculated', colour: CALCULATED, counts: calculated_counts },
    { id: 'background', colour: BACKGROUND, counts: background_counts },
  ];
}

/** Indices without blanks where every one is a plain digit: `110`, but `10 1 0` and `2 0 −2`. */
function indices({ hkl }: PhaseTick): string {
  const first = hkl.split(' + ')[0] ?? '';
  return /^\d \d \d$/u.test(first) ? first.replaceAll(' ', '') : first.replaceAll('-', '−');
}

function namedLines(
  phase: TickedPhase,
  pattern: FittedPattern,
  y: Float64Array,
  axis: DiffractionAxis,
): LabelPhase {
  const { twoTheta_deg, wavelength_A } = pattern;
  const heightAt = (angle: number) => {
    const k = twoTheta_deg.findIndex((each) => each >= angle);
    return Math.max(...y.subarray(Math.max(0, k - 3), k + 4));
  };
  const lines = [...phase.ticks]
    .filter(({ intensity, hkl }) => intensity >= LEAST_NAMED && hkl !== '')
    .sort((a, b) => b.intensity - a.intensity)
    .map((tick) => ({
      x: onAxis(tick.twoTheta_deg, wavelength_A, axis),
      y: heightAt(tick.twoTheta_deg + pattern.shift_deg),
      text: indices(tick),
    }))
    .filter((line) => Number.isFinite(line.y));
  return { id: phase.id, name: phase.name, colour: phase.colour, lines };
}

function differencePanel(
  pattern: FittedPattern,
  x: Float64Array,
  base: Pick<Panel, 'frame' | 'xAxis'>,
): Panel {
  const { intensity_counts, calculated_counts, sigma_counts } = pattern;
  const y = intensity_counts.map(
    (counts, k) => (counts - (calculated_counts[k] ?? NaN)) / (sigma_counts[k] ?? NaN),
  );
  const most = y.reduce((largest, value) => Math.max(largest, Math.abs(value) || 0), MOST_SIGMA);
  return {
    ...base,
    id: 'difference',
    title: '',
    yAxis: { quantity: words.differenceAxis, unit: words.sigma, range: [-1.1 * most, 1.1 * most] },
    xLink: 'diffraction',
    yLink: 'difference',
    showsXLabels: true,
    isInset: false,
    yLines: [0],
    traces: [
      {
        ...cellLine(pattern, scanSeries(x, y)),
        id: 'difference',
        label: words.difference,
      },
    ],
  };
}

/** What every panel is drawn against. */
interface Ground {
  readonly x: Float64Array;
  readonly xAxis: Axis;
  readonly em_mm: number;
}

function groundOf(pattern: FittedPattern, { axis, style }: PatternFitOptions): Ground {
  const x = pattern.twoTheta_deg.map((angle) => onAxis(angle, pattern.wavelength_A, axis));
  const ends = [x[0] ?? 0, x.at(-1) ?? 1] as const;
  const xAxis = { ...words.axes[axis], range: [Math.min(...ends), Math.max(...ends)] as const };
  return { x, xAxis, em_mm: emOf(style) };
}

function fitPanel(
  pattern: FittedPattern,
  { scale, axis, phases }: PatternFitOptions,
  { x, xAxis, em_mm }: Ground,
  frame: Frame,
): Panel {
  const stack = { scale, offset: 0, isNormalised: false };
  const curves = curvesOf(pattern);
  const scaled = scaledPatterns([pattern.intensity_counts, ...curves.map(({ counts }) => counts)], stack);
  const yAxis = intensityAxis(scaled, stack);
  const [measured, ...drawn] = scaled.map(({ y, yScale }) => scanSeries(x, y, yScale));
  const named = phases.map((phase) => namedLines(phase, pattern, scaled[0]?.y ?? x, axis));
  const lineNames = { phases: named, em_mm, curves: [{ x, y: scaled[0]?.y ?? x }] };
  return {
    id: 'fit',
    title: '',
    frame,
    xAxis,
    yAxis,
    xLink: 'diffraction',
    yLink: 'fit',
    showsXLabels: false,
    isInset: false,
    lineNames,
    traces: [
      ...(measured ? [{ ...cellLine(pattern, measured), label: words.measured }] : []),
      ...drawn.flatMap((series, k) => curveTrace(curves[k], series)),
      ...lineLabels(lineNames, { frame, xAxis, yAxis }),
    ],
  };
}

function curveTrace(curve: Curve | undefined, series: Series): readonly LineTrace[] {
  if (!curve) return [];
  const { id, colour } = curve;
  return [{ id, label: words[id], group: words[id], colour, dash: DASHES[id], sourceId: id, series }];
}

function legendOf(pattern: FittedPattern, phases: readonly TickedPhase[]): readonly LegendItem[] {
  const line = (label: string, colour: string): LegendItem => ({ label, colour, dash: 'solid' });
  return [
    line(pattern.label, pattern.colour),
    ...curvesOf(pattern).map(({ id, colour }) => ({ ...line(words[id], colour), dash: DASHES[id] })),
    ...phases.map(({ name, colour }) => line(name, colour)),
  ];
}

export function patternFitFigure(pattern: FittedPattern, options: PatternFitOptions): Figure {
  const { style, axis, phases } = options;
  const legend = legendOf(pattern, phases);
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  const ground = groundOf(pattern, options);
  const { x, xAxis } = ground;
  const rows = { phases: phases.length, differenceShare: DIFFERENCE_SHARE };
  const frames = patternFrames(layout, style, rows);
  const place = (angle: number) => onAxis(angle + pattern.shift_deg, pattern.wavelength_A, axis);
  const below = { xAxis, xLink: 'diffraction', showsXLabels: false, place };
  return {
    ...style,
    id: 'diffraction-fit',
    title: words.fitted,
    panels: [
      fitPanel(pattern, options, ground, frames.pattern),
      ...(frames.ticks ? [phaseTicksPanel(phases, { frame: frames.ticks, ...below })] : []),
      differencePanel(pattern, x, { frame: frames.lowest, xAxis }),
    ],
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...notesOf([pattern], options.simulated), ...options.notes],
    sources: [pattern.source],
  };
}
