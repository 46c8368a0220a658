/**
 * What of a long trace a plot of a given width can show: of every pixel column the first, the smallest, the largest
 * and the last sample (the M4 choice of Jugel et al., PVLDB 7 (2014) 797), so that a line through them covers the
 * same pixels as a line through all, and a spike of one sample is never lost. Stretches without values stay gaps.
 */
import { NOTHING, type MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { rangeExtremes } from '#core/numeric/rangeExtremes.ts';
import { searchAbove, searchNear, searchSorted } from '#core/numeric/searchSorted.ts';

export interface Trace {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Built from y; without it the whole window is scanned. */
  readonly pyramid: MinMaxPyramid;
  /** True when x never decreases. Otherwise columns are equal numbers of samples and the window is ignored. */
  readonly xIsSorted: boolean;
}

export interface TraceWindow {
  readonly from: number;
  readonly to: number;
  /** Width of the plot in pixels, or in dots of the printer. */
  readonly columns: number;
}

export interface ThinnedTrace {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Indexes chosen so far; GAP stands between samples that have unrecorded ones between them. */
class Choice {
  readonly at: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.at = new Uint32Array(capacity);
  }

  push(index: number): void {
    this.at[this.length++] = index;
  }
}

/** Samples [start, end) are in the window, those before `from` are in earlier columns. */
interface Span {
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

const GAP = NOTHING;
/** Four samples and one gap. */
const MOST_PER_COLUMN = 5;

function firstFinite(y: Float64Array, from: number, to: number): number {
  let i = from;
  while (i < to && !Number.isFinite(y[i])) i++;
  return i;
}

function lastFinite(y: Float64Array, from: number, to: number): number {
  let i = to - 1;
  while (i >= from && !Number.isFinite(y[i])) i--;
  return i;
}

/** Keeps the sample; says so when the one kept before is not its neighbour in the record. */
function pushAfterGap(choice: Choice, last: number, next: number): void {
  if (last >= 0 && next - last > 1) choice.push(GAP);
  choice.push(next);
}

/** Chooses from samples [from, to), given the last finite sample before; returns the last finite one now. */
function chooseColumn(trace: Trace, choice: Choice, column: readonly [number, number], last: number): number {
  const { minAt, maxAt } = rangeExtremes(trace.y, trace.pyramid, column[0], column[1]);
  if (minAt === NOTHING) return last;
  const start = firstFinite(trace.y, column[0], column[1]);
  const end = lastFinite(trace.y, column[0], column[1]);
  pushAfterGap(choice, last, start);
  const [lower, upper] = minAt < maxAt ? [minAt, maxAt] : [maxAt, minAt];
  if (lower > start && lower < end) choice.push(lower);
  if (upper > lower && upper > start && upper < end) choice.push(upper);
  if (end > start) choice.push(end);
  return end;
}

function takeAll(trace: Trace, first: number, last: number): ThinnedTrace {
  return { x: trace.x.slice(first, last), y: trace.y.slice(first, last) };
}

function gather(trace: Trace, choice: Choice): ThinnedTrace {
  const x = new Float64Array(choice.length);
  const y = new Float64Array(choice.length);
  let previous = 0;
  for (let i = 0; i < choice.length; i++) {
    const at = choice.at[i] ?? GAP;
    if (at !== GAP) previous = at;
    x[i] = trace.x[previous] ?? NaN;
    y[i] = at === GAP ? NaN : (trace.y[at] ?? NaN);
  }
  return { x, y };
}

/** Samples of the window, both of its ends included. */
function sampleRange(trace: Trace, window: TraceWindow): readonly [number, number] {
  if (!trace.xIsSorted) return [0, trace.y.length];
  const first = searchSorted(trace.x, window.from);
  return [first, searchAbove(trace.x, window.to, first)];
}

/** First sample after a pixel column, which begins at sample `from`. */
function columnEnd(trace: Trace, window: TraceWindow, column: number, span: Span): number {
  if (column === window.columns - 1) return span.end;
  const share = (column + 1) / window.columns;
  if (!trace.xIsSorted) return Math.floor(span.start + share * (span.end - span.start));
  const guess = Math.min(span.end - 1, span.from + Math.ceil((span.end - span.start) / window.columns));
  return searchNear(trace.x, window.from + share * (window.to - window.from), guess, [span.from, span.end]);
}

/**
 * The samples to draw, in the order of the record; NaN in y is a gap. One sample on either side of the window comes
 * along, so that the line runs to the edge of the plot.
 */
export function thinTrace(trace: Trace, window: TraceWindow): ThinnedTrace {
  const [start, end] = sampleRange(trace, window);
  const before = Math.max(0, start - 1);
  const after = Math.min(trace.y.length, end + 1);
  if (end - start <= 4 * window.columns) return takeAll(trace, before, after);
  const choice = new Choice(MOST_PER_COLUMN * (window.columns + 2));
  let last = chooseColumn(trace, choice, [before, start], -1);
  let from = start;
  for (let column = 0; column < window.columns; column++) {
    const to = columnEnd(trace, window, column, { start, from, end });
    if (to > from) last = chooseColumn(trace, choice, [from, to], last);
    from = to;
  }
  chooseColumn(trace, choice, [end, after], last);
  return gather(trace, choice);
}
