/** What happened to a cell, as marks on its curve: a symbol a kind, the same in every plot. */
import type { EventKind } from '#core/cycling/events/findEvents.ts';
import { eventWords } from '#core/text/eventWords.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { LineTrace, Marker, Series } from '#figures/figure.ts';
import type { LegendItem } from '#figures/panelLayout.ts';

/** In the stored units of the curve it stands on. */
export interface EventMark {
  readonly kind: EventKind;
  readonly x: number;
  readonly y: number;
}

const LOOK = { size_pt: 6.5, isEdged: true } as const;
const INK = '#000000';

/** Down for what takes resistance away, up where it comes back; open is what is only suspected. */
const MARKERS: Readonly<Record<EventKind, Marker>> = {
  suspect: { ...LOOK, symbol: 'triangle-down', open: true },
  'soft-short': { ...LOOK, symbol: 'triangle-down', open: false },
  'hard-short': { ...LOOK, symbol: 'square', open: false },
  recovered: { ...LOOK, symbol: 'triangle-up', open: false },
  'contact-loss': { ...LOOK, symbol: 'diamond', open: false },
};
const KINDS = Object.keys(MARKERS) as readonly EventKind[];

/** A trace for each kind that occurs. */
export function eventTraces(
  cell: CellIdentity,
  marks: readonly EventMark[],
  seriesOf: (x: Float64Array, y: Float64Array) => Series,
): readonly LineTrace[] {
  return KINDS.flatMap((kind) => {
    const shown = marks.filter((mark) => mark.kind === kind && Number.isFinite(mark.y));
    if (shown.length === 0) return [];
    const series = seriesOf(
      Float64Array.from(shown, ({ x }) => x),
      Float64Array.from(shown, ({ y }) => y),
    );
    return [
      {
        ...cellLine(cell, series),
        id: `${cell.id}-${kind}`,
        label: figureWords.eventOf(cell.name, eventWords.kinds[kind]),
        lineScale: 0,
        marker: MARKERS[kind],
      },
    ];
  });
}

/** What the symbols mean, of those that occur. */
export function eventLegend(marks: readonly EventMark[]): readonly LegendItem[] {
  const found = new Set(marks.map(({ kind }) => kind));
  return KINDS.filter((kind) => found.has(kind)).map((kind) => ({
    label: eventWords.kinds[kind],
    colour: INK,
    dash: 'solid',
    marker: MARKERS[kind],
    isMarkOnly: true,
  }));
}
