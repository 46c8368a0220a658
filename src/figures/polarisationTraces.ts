/** What a cell is in the plot of its polarisation: a line, or points with a course in its band, and events. */
import type { EventKind } from '#core/cycling/events/findEvents.ts';
import type { Counted } from '#core/cycling/trend/counted.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { EventMark } from '#figures/eventMarks.ts';
import type { LineTrace } from '#figures/figure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

/** Something that happened in a half cycle. */
export interface MarkedHalfCycle {
  readonly halfCycle: number;
  readonly kind: EventKind;
}

/** A fitted course with what agrees with the data; the two may have different half cycles. */
export interface PolarisationCourse {
  readonly halfCycle: Float64Array;
  readonly polarisation_mV: Float64Array;
  readonly band?: {
    readonly halfCycle: Float64Array;
    readonly lower95_mV: Float64Array;
    readonly upper95_mV: Float64Array;
  } | null;
}

export interface CellPolarisation extends CellIdentity {
  /** Number of the half cycle, or of the segment where these are counted, from 1. */
  readonly halfCycle: Float64Array;
  readonly polarisation_mV: Float64Array;
  /** Half cycles when not said; here and in course and events a segment stands where a half cycle is named. */
  readonly counted?: Counted;
  /** Half cycles left out of the course, by number. */
  readonly leftOut?: ReadonlySet<number>;
  /** The fitted course; null where none was fitted. Without it the half cycles are joined by a line. */
  readonly course?: PolarisationCourse | null;
  readonly events?: readonly MarkedHalfCycle[];
}

/** Range in mV; null = as the data need. */
export interface PolarisationScale {
  readonly range: readonly [number, number] | null;
  readonly isLogarithmic: boolean;
}

const POINT_PT = 2.5;

/** A logarithmic axis has no place for 0. */
function placed(values_mV: Float64Array, { isLogarithmic }: PolarisationScale): Float64Array {
  return isLogarithmic ? values_mV.map((value) => (value > 0 ? value : NaN)) : values_mV;
}

export function lineOf(cell: CellPolarisation, scale: PolarisationScale): LineTrace {
  const values_mV = placed(cell.polarisation_mV, scale);
  return cellLine(cell, plainSeries(cell.halfCycle, values_mV, { xIsSorted: true }));
}

/** The half cycles in the course, or with `open` those left out of it, as points of the cell's colour. */
export function pointsOf(
  cell: CellPolarisation,
  scale: PolarisationScale,
  open: boolean,
): readonly LineTrace[] {
  const isShown = (halfCycle: number) => (cell.leftOut?.has(halfCycle) ?? false) === open;
  const values_mV = placed(cell.polarisation_mV, scale).map((value, k) =>
    isShown(cell.halfCycle[k] ?? NaN) ? value : NaN,
  );
  if (values_mV.every(Number.isNaN)) return [];
  const line = cellLine(cell, plainSeries(cell.halfCycle, values_mV, { xIsSorted: true }));
  return [
    {
      ...line,
      id: `${cell.id}-${open ? 'left-out' : 'points'}`,
      label: open ? figureWords.leftOut(cell.name) : cell.name,
      lineScale: 0,
      marker: { symbol: 'circle', open, size_pt: POINT_PT },
    },
  ];
}

export function courseOf(cell: CellPolarisation, scale: PolarisationScale): readonly LineTrace[] {
  if (!cell.course) return [];
  const values_mV = placed(cell.course.polarisation_mV, scale);
  const series = plainSeries(cell.course.halfCycle, values_mV, { xIsSorted: true });
  return [{ ...cellLine(cell, series), id: `${cell.id}-course`, label: figureWords.courseOf(cell.name) }];
}

/** The lower edge, then the upper one that fills to it; what lies below a logarithmic axis ends at its foot. */
export function bandOf(
  cell: CellPolarisation,
  { range, isLogarithmic }: PolarisationScale,
): readonly LineTrace[] {
  const band = cell.course?.band;
  if (!band) return [];
  const foot_mV = isLogarithmic ? (range?.[0] ?? Number.MIN_VALUE) : -Infinity;
  const edge = (name: string, values_mV: Float64Array): LineTrace => ({
    ...cellLine(
      cell,
      plainSeries(
        band.halfCycle,
        values_mV.map((value) => Math.max(value, foot_mV)),
        { xIsSorted: true },
      ),
    ),
    id: `${cell.id}-band-${name}`,
    label: figureWords.bandOf(cell.name),
    lineScale: 0,
  });
  return [edge('lower', band.lower95_mV), { ...edge('upper', band.upper95_mV), fillsToPrevious: true }];
}

/** Events of half cycles that are drawn. */
export function marksOf(
  { events = [], halfCycle, polarisation_mV }: CellPolarisation,
  scale: PolarisationScale,
): readonly EventMark[] {
  const drawn_mV = placed(polarisation_mV, scale);
  return events.flatMap((event) => {
    const y = drawn_mV[halfCycle.indexOf(event.halfCycle)] ?? NaN;
    return Number.isFinite(y) ? [{ kind: event.kind, x: event.halfCycle, y }] : [];
  });
}
