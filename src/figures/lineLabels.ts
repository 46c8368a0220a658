/** Marks and indices above the lines of a pattern, where there is room for them. */
import { TakenRoom } from '#figures/decadeLabels.ts';
import type { Axis, LineNames, LineTrace, NamedLine, Panel, PointLabel } from '#figures/figure.ts';
import { plainSeries } from '#figures/plainSeries.ts';
import { textWidth } from '#figures/textWidth.ts';

export type LabelPhase = LineNames['phases'][number];

type Window = Pick<Panel, 'frame' | 'xAxis' | 'yAxis'>;

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
function takeBelow(
  room: TakenRoom,
  { x, y }: NonNullable<LineNames['curves']>[number],
  { frame, xAxis, yAxis }: Window,
): void {
  const highest = new Map<number, number>();
  const columns = frame.width_mm / COLUMN_MM;
  for (let k = 0; k < x.length; k += 1) {
    const column = Math.floor((shareOf(xAxis, x[k] ?? NaN) * frame.width_mm) / COLUMN_MM);
    const share = shareOf(yAxis, y[k] ?? NaN);
    if (column < 0 || column > columns) continue;
    if (Number.isFinite(share)) highest.set(column, Math.max(highest.get(column) ?? 0, share));
  }
  for (const [column, share] of highest) {
    const left = frame.left_mm + column * COLUMN_MM;
    const top = frame.top_mm + (1 - share) * frame.height_mm;
    room.take({ left, right: left + COLUMN_MM, top, bottom: frame.top_mm + frame.height_mm });
  }
}

/** One trace a phase that shows nothing but its words; lines without room are left out. */
export function lineLabels({ phases, em_mm, curves = [] }: LineNames, window: Window): readonly LineTrace[] {
  const { frame, xAxis, yAxis } = window;
  const room = new TakenRoom({
    left: frame.left_mm,
    top: frame.top_mm,
    right: frame.left_mm + frame.width_mm,
    bottom: frame.top_mm + frame.height_mm,
  });
  for (const curve of curves) takeBelow(room, curve, window);
  const isPlaced = ({ x, y, text }: NamedLine): boolean => {
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

/** Limits that a panel is looked at through; null = its own. */
export interface ShownWindow {
  readonly x: readonly [number, number] | null;
  readonly y: readonly [number, number] | null;
}

/** The same panel with the names that the window has room for. */
export function relabelled(panel: Panel, shown: ShownWindow): Panel {
  const { lineNames, xAxis, yAxis, frame } = panel;
  if (!lineNames || (!shown.x && !shown.y)) return panel;
  const within = (axis: Axis, range: ShownWindow['x']): Axis => (range ? { ...axis, range } : axis);
  const window = { frame, xAxis: within(xAxis, shown.x), yAxis: within(yAxis, shown.y) };
  const others = panel.traces.length - lineLabels(lineNames, panel).length;
  return { ...panel, traces: [...panel.traces.slice(0, others), ...lineLabels(lineNames, window)] };
}

function labelTrace({ id, name, colour }: LabelPhase, lines: readonly NamedLine[]): LineTrace {
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
