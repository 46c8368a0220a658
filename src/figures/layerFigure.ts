/** Content, liquid, thickness and potential of an amalgam layer over time, on its own and with a foil beneath. */
import type { LayerPoint } from '#core/layer/layerTrajectory.ts';
import { layerFigureWords as words } from '#core/text/layerFigureWords.ts';
import type { Axis, Dash, Figure, FigureStyle, LineTrace, Panel } from '#figures/figure.ts';
import { stackedLayout } from '#figures/panelLayout.ts';
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

export function layerFigure(lines: readonly LayerLine[], options: LayerFigureOptions): Figure {
  const { metal, colour, style } = options;
  const quantities = quantitiesOf(metal);
  const legend = lines.map(({ label, dash }) => ({ label, colour, dash }));
  const layout = stackedLayout(style, quantities.length, { hasTitles: false, hasNotes: true, legend });
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
        showsXLabels: at === quantities.length - 1,
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
    notes: [words.model, ...options.notes],
    sources: [],
  };
}
