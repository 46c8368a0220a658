/** Measured patterns above each other with the reference lines of phases below and marks above their peaks. */
import { onAxis, type DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import { diffractionFigureWords as words } from '#core/text/diffractionFigureWords.ts';
import { cellLine, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import {
  intensityAxis,
  scaledPatterns,
  storedValues,
  type IntensityScale,
  type ScaledPattern,
  type StackOptions,
} from '#figures/diffractionScale.ts';
import type { Axis, Figure, FigureStyle, LineTrace, NamedLine, Panel } from '#figures/figure.ts';
import { lineLabels, type LabelPhase } from '#figures/lineLabels.ts';
import { patternFrames } from '#figures/patternFrames.ts';
import { emOf, panelLayout, type LegendItem } from '#figures/panelLayout.ts';
import { phaseTicksPanel, type TickedPhase } from '#figures/phaseTicksPanel.ts';
import { scanSeries } from '#figures/scanSeries.ts';

/** A line of a phase that was found in a pattern. */
export interface FoundLine {
  readonly phase: string;
  readonly twoTheta_deg: number;
}

/** A smooth curve under a pattern: its background, without or with an amorphous halo. */
export interface PatternCurve {
  readonly id: 'background' | 'halo';
  readonly label: string;
  readonly counts: Float64Array;
}

export interface CellPattern extends CellIdentity {
  /** With its state, such as "after cycle 5". */
  readonly label: string;
  readonly wavelength_A: number;
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  readonly found: readonly FoundLine[];
  readonly curves?: readonly PatternCurve[];
}

export interface DiffractionFigureOptions extends StackOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly axis: DiffractionAxis;
  /** Reference lines, at the wavelength of the first pattern. */
  readonly phases: readonly TickedPhase[];
  readonly notes: readonly string[];
  /** Clicks are told: by the pattern's identifier, before a blank where a curve under it was clicked. */
  readonly isPicked?: boolean;
}

/** Marks of the phases in their order, as the reference publications use them; all in the font of the figures. */
export const PHASE_MARKS = ['♦', '▼', '●', '■', '▲', '♣', '○', '□', '◊', '♠'] as const;

/** All panels of a figure move together. */
const LINK = 'diffraction';
/** A mark stands above the highest point this near to its line. */
const NEAR_DEG = 0.25;
const CURVE_COLOUR = '#5F6B6D';
const CURVE_DASHES = { background: 'dash', halo: 'dot' } as const;

function limitsOf(traces: readonly LineTrace[]): readonly [number, number] {
  const ends = traces.flatMap(({ series: { x } }) => [x[0] ?? NaN, x.at(-1) ?? NaN]).filter(Number.isFinite);
  return ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
}

interface TraceOptions {
  readonly axis: DiffractionAxis;
  readonly scale: IntensityScale;
  readonly isPicked?: boolean;
}

/** The pattern and the curves under it, on one scale. */
function patternTraces(
  pattern: CellPattern,
  { y, yScale }: ScaledPattern,
  { axis, scale, isPicked = false }: TraceOptions,
): readonly LineTrace[] {
  const x = pattern.twoTheta_deg.map((angle) => onAxis(angle, pattern.wavelength_A, axis));
  const link = (id: string) => (isPicked ? { link: id } : {});
  const line = { ...cellLine(pattern, scanSeries(x, y, yScale)), label: pattern.label };
  const curves = (pattern.curves ?? []).map(({ id, label, counts }) => ({
    ...line,
    ...link(`${pattern.id} ${id}`),
    id: `${pattern.id}-${id}`,
    label: `${pattern.label}, ${label}`,
    colour: CURVE_COLOUR,
    dash: CURVE_DASHES[id],
    series: scanSeries(x, storedValues(counts, scale), yScale),
  }));
  return [{ ...line, ...link(pattern.id) }, ...curves];
}

function highestNear({ twoTheta_deg }: CellPattern, y: Float64Array, at_deg: number): number {
  let highest = -Infinity;
  twoTheta_deg.forEach((angle, k) => {
    if (Math.abs(angle - at_deg) <= NEAR_DEG) highest = Math.max(highest, y[k] ?? -Infinity);
  });
  return highest;
}

function markedLines(
  patterns: readonly CellPattern[],
  scaled: readonly ScaledPattern[],
  phase: string,
  { axis, mark }: { readonly axis: DiffractionAxis; readonly mark: string },
): readonly NamedLine[] {
  return patterns.flatMap((pattern, k) => {
    const { y, yScale } = scaled[k] ?? { y: new Float64Array(), yScale: { offset: 0, factor: 1 } };
    return pattern.found
      .filter((line) => line.phase === phase)
      .map(({ twoTheta_deg }) => ({
        x: onAxis(twoTheta_deg, pattern.wavelength_A, axis),
        y: (highestNear(pattern, y, twoTheta_deg) - yScale.offset) * yScale.factor,
        text: mark,
      }))
      .filter((line) => Number.isFinite(line.y));
  });
}

/** Mark of a phase by its place among those that are shown. */
export function phaseMark(phases: readonly TickedPhase[], id: string): string {
  return PHASE_MARKS[phases.findIndex((phase) => phase.id === id) % PHASE_MARKS.length] ?? '';
}

function legendOf(patterns: readonly CellPattern[], phases: readonly TickedPhase[]): readonly LegendItem[] {
  const isMarked = (id: string) => patterns.some(({ found }) => found.some(({ phase }) => phase === id));
  return [
    ...patterns.map(({ label, colour, dash }) => ({ label, colour, dash })),
    ...curveLegend(patterns),
    ...phases.map(({ id, name, colour }) => ({
      label: isMarked(id) ? `${phaseMark(phases, id)} ${name}` : name,
      colour,
      dash: 'solid' as const,
    })),
  ];
}

/** Each kind of curve once. */
function curveLegend(patterns: readonly CellPattern[]): readonly LegendItem[] {
  const curves = new Map(
    patterns.flatMap(({ curves: own = [] }) => own).map((curve) => [curve.label, curve]),
  );
  return [...curves.values()].map(({ id, label }) => ({
    label,
    colour: CURVE_COLOUR,
    dash: CURVE_DASHES[id],
  }));
}

export function diffractionFigure(
  patterns: readonly CellPattern[],
  options: DiffractionFigureOptions,
): Figure {
  const { style, axis, phases, simulated } = options;
  const em_mm = emOf(style);
  const layout = panelLayout(style, {
    columns: 1,
    hasTitles: false,
    hasNotes: true,
    legend: legendOf(patterns, phases),
  });
  const scaled = scaledPatterns(
    patterns.map(({ intensity_counts }) => intensity_counts),
    options,
  );
  const traces = patterns.flatMap((pattern, k) => {
    const one = scaled[k];
    return one ? patternTraces(pattern, one, options) : [];
  });
  const xAxis: Axis = { ...words.axes[axis], range: limitsOf(traces) };
  const frames = patternFrames(layout, style, { phases: phases.length, differenceShare: 0 });
  const { pattern: frame, ticks } = frames;
  const yAxis = intensityAxis(scaled, options);
  const marks: readonly LabelPhase[] = phases.map((phase) => ({
    ...phase,
    lines: markedLines(patterns, scaled, phase.id, { axis, mark: phaseMark(phases, phase.id) }),
  }));
  const lineNames = { phases: marks, em_mm };
  const main: Panel = {
    ...{ id: 'patterns', title: '', frame, xAxis, yAxis, xLink: LINK, yLink: 'patterns', isInset: false },
    showsXLabels: ticks === null,
    lineNames,
    traces: [...traces, ...lineLabels(lineNames, { frame, xAxis, yAxis })],
  };
  const wavelength_A = patterns[0]?.wavelength_A ?? NaN;
  const place = (angle: number) => onAxis(angle, wavelength_A, axis);
  const below = { xAxis, xLink: LINK, showsXLabels: true, place };
  return {
    ...style,
    id: 'diffraction',
    title: words.patterns,
    panels: [main, ...(ticks ? [phaseTicksPanel(phases, { frame: ticks, ...below })] : [])],
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...notesOf(patterns, simulated), ...options.notes],
    sources: patterns.map(({ source }) => source),
  };
}
