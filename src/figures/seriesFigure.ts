/** A fitted quantity of a series of spectra over time or cycle, under the voltage of the same cells. */
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { Axis, Figure, FigureStyle, Frame, LineTrace, Marker, Panel, Series } from '#figures/figure.ts';
import { panelLayout, stackedLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';
import { voltageLine } from '#figures/voltageLine.ts';

/** One cell's values in the order of x; NaN limits = not known. */
export interface QuantitySeries extends CellIdentity {
  readonly x: Float64Array;
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Where the data determine the value; the others are drawn open. All when not said. */
  readonly isDetermined?: readonly boolean[];
}

export interface SeriesOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly xAxis: Pick<Axis, 'quantity' | 'unit'>;
  readonly yAxis: Pick<Axis, 'quantity' | 'unit'>;
  /** Over hours; empty where x is no time. */
  readonly voltage: readonly CellVoltage[];
  readonly notes: readonly string[];
}

const MARKER_EM = 0.45;

function seriesOf(x: Float64Array, y: Float64Array): Series {
  return plainSeries(x, y, { xIsSorted: false });
}

function quantityTraces(cell: QuantitySeries, style: FigureStyle): readonly LineTrace[] {
  const base = {
    label: cell.name,
    group: cell.group,
    colour: cell.colour,
    dash: cell.dash,
    sourceId: cell.source.id,
  };
  const marker = { symbol: 'circle', size_pt: MARKER_EM * style.font_pt } as const;
  const band = { ...base, label: words.band(cell.name), lineScale: 0 };
  return [
    { ...band, id: `${cell.id}-lower`, series: seriesOf(cell.x, cell.lower) },
    { ...band, id: `${cell.id}-upper`, series: seriesOf(cell.x, cell.upper), fillsToPrevious: true },
    ...valueTraces(cell, { ...base, marker: { ...marker, open: false } }),
  ];
}

/** One trace where every value is determined; otherwise the line, the filled and the open points. */
function valueTraces(
  cell: QuantitySeries,
  base: Omit<LineTrace, 'id' | 'series'> & { readonly marker: Marker },
): readonly LineTrace[] {
  const { id, x, value, isDetermined } = cell;
  const all = { ...base, id: `${id}-value`, lineScale: 0.7, series: seriesOf(x, value) };
  if (!hasUndetermined(cell)) return [all];
  const { marker, ...line } = all;
  const only = (wanted: boolean) =>
    seriesOf(
      x,
      value.map((y, at) => (isDetermined?.[at] === wanted ? y : NaN)),
    );
  return [
    line,
    { ...base, id: `${id}-determined`, lineScale: 0, series: only(true) },
    {
      ...base,
      id: `${id}-undetermined`,
      label: words.undetermined(base.label),
      lineScale: 0,
      marker: { ...marker, open: true },
      series: only(false),
    },
  ];
}

function hasUndetermined({ isDetermined = [] }: QuantitySeries): boolean {
  return isDetermined.includes(false);
}

interface PanelContent {
  readonly id: string;
  readonly yAxis: Pick<Axis, 'quantity' | 'unit'>;
  readonly traces: readonly LineTrace[];
}

function panelOf(content: PanelContent, frame: Frame, xAxis: SeriesOptions['xAxis'], isLast: boolean): Panel {
  return {
    id: content.id,
    title: '',
    frame,
    xAxis: { ...xAxis, range: null },
    yAxis: { ...content.yAxis, range: null },
    xLink: 'series',
    yLink: content.id,
    showsXLabels: isLast,
    isInset: false,
    traces: content.traces,
  };
}

export function seriesFigure(cells: readonly QuantitySeries[], options: SeriesOptions): Figure {
  const { style, xAxis, yAxis, voltage } = options;
  const quantity = { id: 'quantity', yAxis, traces: cells.flatMap((cell) => quantityTraces(cell, style)) };
  const profile = {
    id: 'voltage',
    yAxis: { quantity: figureWords.voltage, unit: 'V' },
    traces: voltage.map((cell) => ({ ...voltageLine(cell), id: `${cell.id}-voltage` })),
  };
  const contents: readonly PanelContent[] = voltage.length > 0 ? [profile, quantity] : [quantity];
  const request = { hasTitles: false, hasNotes: true, legend: legendOf(cells) };
  const layout =
    contents.length > 1
      ? stackedLayout(style, contents.length, request)
      : panelLayout(style, { ...request, columns: 1 });
  return {
    ...style,
    id: 'impedance-series',
    title: words.seriesTitle,
    panels: layout.frames.flatMap((frame, at) => {
      const content = contents[at];
      return content ? [panelOf(content, frame, xAxis, at === contents.length - 1)] : [];
    }),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [
      ...options.notes,
      ...(cells.some(hasUndetermined) ? [words.undeterminedNote] : []),
      ...notesOf(cells, options.simulated),
    ],
    sources: [...cells, ...voltage].map(({ source }) => source),
  };
}
