/** The numbers of a series that a plot of a given width shows, in displayed units. */
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { thinTrace, type ThinnedTrace } from '#core/numeric/thinTrace.ts';
import type { DisplayScale, Series } from '#figures/figure.ts';

export interface DrawnWindow {
  /** Limits of the axis in displayed units; null = everything. */
  readonly range: readonly [number, number] | null;
  readonly columns: number;
}

function displayed(values: Float64Array, { offset, factor }: DisplayScale): Float64Array {
  return offset === 0 && factor === 1 ? values : values.map((value) => (value - offset) * factor);
}

function stored(value: number, { offset, factor }: DisplayScale): number {
  return value / factor + offset;
}

/** Stored x that are drawn: the window of the axis within what the cell was trimmed to. */
function storedWindow(series: Series, range: readonly [number, number] | null): readonly [number, number] {
  const from = series.from ?? series.x[0] ?? 0;
  const to = series.to ?? series.x[series.x.length - 1] ?? 0;
  if (!range) return [from, to];
  return [Math.max(from, stored(range[0], series.xScale)), Math.min(to, stored(range[1], series.xScale))];
}

/** The neighbour samples that thinTrace adds must not show what was trimmed away. */
function trimmed(points: ThinnedTrace, series: Series): ThinnedTrace {
  if (series.from === null && series.to === null) return points;
  const keep = points.x.map((x) => Number(x >= (series.from ?? -Infinity) && x <= (series.to ?? Infinity)));
  return { x: points.x.filter((_, i) => keep[i] === 1), y: points.y.filter((_, i) => keep[i] === 1) };
}

/** Pieces between gaps thinned one by one; each runs monotonically in x or is left whole. */
function thinPieces({ x, y }: Series, columns: number): ThinnedTrace {
  const pieces: ThinnedTrace[] = [];
  let start = 0;
  for (let i = 0; i <= x.length; i++) {
    if (i < x.length && !Number.isNaN(x[i])) continue;
    const piece = { x: x.subarray(start, i), y: y.subarray(start, i) };
    const window = { from: 0, to: 0, columns };
    pieces.push(thinTrace({ ...piece, pyramid: minMaxPyramid(piece.y), xIsSorted: false }, window));
    start = i + 1;
  }
  return { x: withGaps(pieces.map((piece) => piece.x)), y: withGaps(pieces.map((piece) => piece.y)) };
}

function withGaps(pieces: readonly Float64Array[]): Float64Array {
  return Float64Array.from(pieces.flatMap((piece, k) => (k === 0 ? [...piece] : [NaN, ...piece])));
}

function thinned(series: Series, { range, columns }: DrawnWindow): ThinnedTrace {
  const { x, y, pyramid, xIsSorted } = series;
  if (!pyramid) return x.length <= 4 * columns ? { x, y } : thinPieces(series, columns);
  const [from, to] = storedWindow(series, range);
  return trimmed(thinTrace({ x, y, pyramid, xIsSorted }, { from, to, columns }), series);
}

export function drawnSeries(series: Series, window: DrawnWindow): ThinnedTrace {
  const points = thinned(series, window);
  return { x: displayed(points.x, series.xScale), y: displayed(points.y, series.yScale) };
}
