/** What a fit leaves over, as a share of |Z| against frequency: structure shows what noise would not. */
import { impedanceFigureWords as words } from '#core/text/impedanceFigureWords.ts';
import { frequencyPanel, type FrequencyPanelRequest } from '#figures/bodePanels.ts';
import { labelOf, markerOf, type CellSpectrum } from '#figures/cellSpectrum.ts';
import { limitsOf } from '#figures/equalRanges.ts';
import type { LineTrace, Panel } from '#figures/figure.ts';

const PERCENT = 100;
/** The axis shows at least ± this, so that noise of nothing is not blown up. */
const LEAST_PERCENT = 0.5;

/** Residuals of one spectrum as fractions, in the order of its points. */
export interface Residuals {
  readonly spectrum: CellSpectrum;
  readonly residualRe: Float64Array;
  readonly residualIm: Float64Array;
}

function traceOf(residuals: Residuals, part: 'Re' | 'Im', request: FrequencyPanelRequest): LineTrace {
  const { spectrum, residualRe, residualIm } = residuals;
  const label = part === 'Re' ? words.residualRe : words.residualIm;
  return {
    id: `${spectrum.id}-residual-${part}`,
    label: label(labelOf(spectrum)),
    group: spectrum.group,
    colour: spectrum.colour,
    dash: part === 'Re' ? 'solid' : 'dot',
    sourceId: spectrum.source.id,
    link: spectrum.id,
    lineScale: 0.7,
    marker: { ...markerOf(spectrum, request.style), open: part === 'Im' },
    series: {
      x: spectrum.points.frequency_Hz,
      y: part === 'Re' ? residualRe : residualIm,
      xScale: { offset: 0, factor: 1 },
      yScale: { offset: 0, factor: PERCENT },
      from: null,
      to: null,
      pyramid: null,
      xIsSorted: false,
    },
  };
}

export function residualPanel(all: readonly Residuals[], request: FrequencyPanelRequest): Panel {
  const traces = all.flatMap((residuals) => [
    traceOf(residuals, 'Re', request),
    traceOf(residuals, 'Im', request),
  ]);
  const limits = limitsOf(traces.map(({ series }) => series.y.map((value) => Math.abs(value) * PERCENT)));
  const most = 1.15 * Math.max(LEAST_PERCENT, limits?.[1] ?? 0);
  return {
    ...frequencyPanel(request),
    id: 'residuals',
    yAxis: { quantity: words.residual, unit: '%', range: [-most, most] },
    yLink: 'residuals',
    yLines: [0],
    traces,
  };
}
