/** Marks and indices above the lines of a pattern, where there is room for them. */
import { TakenRoom } from '#figures/decadeLabels.ts';
import type { Axis, Frame, LineTrace, PointLabel } from '#figures/figure.ts';
import { plainSeries } from '#figures/plainSeries.ts';
import { textWidth } from '#figures/textWidth.ts';

export interface MarkedLine {
  /** In the units of the axes, offset and scale applied. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface LabelPhase {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** The most important first: later ones give way. */
  readonly lines: readonly MarkedLine[];
}

/** A drawn curve in the units of the axes: words stand above it, never on it. */
export interface DrawnCurve {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface LabelRequest {
  readonly frame: Frame;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly em_mm: number;
  readonly curves?: readonly DrawnCurve[];
}

const WORD_EM = 0.85;
const GAP_EM = 0.5;
const DOT_PT = 0.01;

/** Share of the way along an axis, from its lower end. */
function shareOf({ range, scale }: Axis, value: number): number {
  const [from, to] = range ?? [0, 1];
  if (scale === 'log') return (Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from));
  return (value - from) / (to - from);
}

const COLUMN_MM = 0.4;

/** The area between a curve and the bottom of the frame, column by column. */
function takeBelow(room: TakenRoom, { x, y }: DrawnCurve, { frame, xAxis, yAxis }: LabelRequest): void {
  const highest = new Map<number, number>();
  for (let k = 0; k < x.length; k += 1) {
    const column = Math.floor((shareOf(xAxis, x[k] ?? NaN) * frame.width_mm) / COLUMN_MM);
    const share = shareOf(yAxis, y[k] ?? NaN);
    if (Number.isFinite(share)) highest.set(column, Math.max(highest.get(column) ?? 0, share));
  }
  for (const [column, share] of highest) {
    const left = frame.left_mm + column * COLUMN_MM;
    const top = frame.top_mm + (1 - share) * frame.height_mm;
    room.take({ left, right: left + COLUMN_MM, top, bottom: frame.top_mm + frame.height_mm });
  }
}

/** One trace a phase that shows nothing but its words; lines without room are left out. */
export function lineLabels(phases: readonly LabelPhase[], request: LabelRequest): readonly LineTrace[] {
  const { frame, xAxis, yAxis, em_mm, curves = [] } = request;
  const room = new TakenRoom({
    left: frame.left_mm,
    top: frame.top_mm,
    right: frame.left_mm + frame.width_mm,
    bottom: frame.top_mm + frame.height_mm,
  });
  for (const curve of curves) takeBelow(room, curve, request);
  const isPlaced = ({ x, y, text }: MarkedLine): boolean => {
    const x_mm = frame.left_mm + shareOf(xAxis, x) * frame.width_mm;
    const bottom = frame.top_mm + (1 - shareOf(yAxis, y)) * frame.height_mm - GAP_EM * em_mm;
    const half = textWidth(text, WORD_EM * em_mm) / 2;
    const box = { left: x_mm - half, right: x_mm + half, top: bottom - WORD_EM * em_mm, bottom };
    const isFree = room.isFree(box);
    if (isFree) room.take(box);
    return isFree;
  };
  return phases.flatMap((phase) => {
    const lines = phase.lines.filter(isPlaced);
    return lines.length === 0 ? [] : [labelTrace(phase, lines)];
  });
}

function labelTrace({ id, name, colour }: LabelPhase, lines: readonly MarkedLine[]): LineTrace {
  const sorted = [...lines].sort((a, b) => a.x - b.x);
  const series = plainSeries(
    Float64Array.from(sorted, ({ x }) => x),
    Float64Array.from(sorted, ({ y }) => y),
    { xIsSorted: true },
  );
  const labels = sorted.map(({ text }, index): PointLabel => ({ index, text, side: 'above' }));
  return {
    id: `marks-${id}`,
    label: name,
    group: name,
    colour,
    dash: 'solid',
    sourceId: id,
    lineScale: 0,
    marker: { symbol: 'circle', open: false, size_pt: DOT_PT },
    pointLabels: labels,
    series,
  };
}
