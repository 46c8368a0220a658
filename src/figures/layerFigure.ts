/** Content, liquid, thickness and potential of an amalgam layer over time, on its own and with a foil beneath. */
import type { LayerPoint } from '#core/layer/layerTrajectory.ts';
import { layerFigureWords as words } from '#core/text/layerFigureWords.ts';
import type { Axis, Dash, Figure, FigureStyle, LineTrace, Panel } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { stackedLayout, type LegendItem, type PanelLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';

/** One supposition on what lies beneath. */
export interface LayerLine {
  readonly id: string;
  readonly label: string;
  readonly dash: Dash;
  readonly points: readonly LayerPoint[];
}

export interface LayerFigureOptions {
  readonly metal: string;
  readonly colour: string;
  readonly style: FigureStyle;
  readonly notes: readonly string[];
}

interface Quantity {
  readonly id: string;
  readonly axis: Axis;
  readonly of: (point: LayerPoint) => number;
}

const PERCENT = 100;

function quantitiesOf(metal: string): readonly Quantity[] {
  const axis = (quantity: string, unit: string): Axis => ({ quantity, unit, range: null });
  return [
    { id: 'content', axis: axis(words.content(metal), 'mol/mol'), of: (point) => point.metalPerHg },
    {
      id: 'liquid',
      axis: { ...axis(words.liquid, 'vol%'), range: [-4, 104] },
      of: (point) => PERCENT * point.liquidVolumeFraction,
    },
    {
      id: 'thickness',
      axis: axis(words.thickness, 'µm'),
      of: (point) => point.thickness_um + point.freeMetal_um,
    },
    { id: 'potential', axis: axis(words.potential(metal), 'V'), of: (point) => point.potential_V },
  ];
}

function traceOf(line: LayerLine, quantity: Quantity, colour: string): LineTrace {
  const x = Float64Array.from(line.points, ({ time_h }) => time_h);
  const y = Float64Array.from(line.points, quantity.of);
  return {
    id: `${line.id}-${quantity.id}`,
    label: line.label,
    group: line.label,
    colour,
    dash: line.dash,
    sourceId: 'model',
    series: plainSeries(x, y, { xIsSorted: true }),
  };
}

/** A figure lower than this share of its width has its panels in two columns. */
const TALL = 0.8;

/** Below each other, or two and two beside each other; the lowest of each column shows the time. */
function layoutOf(
  style: FigureStyle,
  panels: number,
  words: { readonly legend: readonly LegendItem[]; readonly noteRows: number },
): PanelLayout {
  const request = { hasTitles: false, hasNotes: true, ...words };
  if (style.height_mm > TALL * style.width_mm) return stackedLayout(style, panels, request);
  const rows = Math.ceil(panels / 2);
  const whole = stackedLayout(style, rows, request);
  const column_mm = style.width_mm / 2;
  const [half] = stackedLayout({ ...style, width_mm: column_mm }, 1, { ...request, legend: [] }).frames;
  const frames = [0, 1].flatMap((column) =>
    whole.frames.map((frame) => ({
      ...frame,
      left_mm: column * column_mm + (half?.left_mm ?? 0),
      width_mm: half?.width_mm ?? column_mm,
    })),
  );
  return { ...whole, frames };
}

export function layerFigure(lines: readonly LayerLine[], options: LayerFigureOptions): Figure {
  const { metal, colour, style } = options;
  const quantities = quantitiesOf(metal);
  const legend = lines.map(({ label, dash }) => ({ label, colour, dash }));
  const notes = [words.model, ...options.notes];
  const rows = noteRows(notes, style);
  const layout = layoutOf(style, quantities.length, { legend, noteRows: rows.length });
  const lowest_mm = Math.max(...layout.frames.map(({ top_mm }) => top_mm));
  const panels = layout.frames.flatMap((frame, at): Panel[] => {
    const quantity = quantities[at];
    if (!quantity) return [];
    return [
      {
        id: quantity.id,
        title: '',
        frame,
        xAxis: { quantity: words.time, unit: 'h', range: null },
        yAxis: quantity.axis,
        xLink: 'layer',
        yLink: quantity.id,
        showsXLabels: frame.top_mm === lowest_mm,
        isInset: false,
        traces: lines.map((line) => traceOf(line, quantity, colour)),
      },
    ];
  });
  return {
    ...style,
    id: 'layer',
    title: words.title,
    panels,
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes,
    noteRows: rows,
    sources: [],
  };
}
