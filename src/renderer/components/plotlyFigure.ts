/** Plotly in an element: drawn, drawn again after a zoom with the samples that the new window shows, and taken away. */
import type { Figure } from '#figures/figure.ts';
import { plotlyTraces, toPlotly, type DrawOptions, type ZoomedRanges } from '#figures/plotly.ts';
import { axisNumber } from '#figures/plotlyAxes.ts';
import type { ThemeName } from '#figures/plotlyTheme.ts';
import type { PlotlyLayout } from '#figures/plotlyTypes.ts';
import { loadFigureFont } from './figureFont.ts';

/** Nothing that uploads; the plot's own image button would export pixels of the screen. */
const CONFIG = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: '',
  topojsonURL: 'about:blank',
  responsive: false,
  scrollZoom: true,
  doubleClick: 'reset',
  displayModeBar: false,
  showTips: false,
} as const;

interface PlotlyElement extends HTMLElement {
  readonly layout?: PlotlyLayout;
  on?(event: string, listener: () => void): void;
}

interface AxisState {
  readonly range?: readonly [number, number];
  readonly autorange?: boolean;
}

export async function loadPlotly() {
  const [{ default: plotly }] = await Promise.all([import('plotly.js-strict-dist-min'), loadFigureFont()]);
  return plotly;
}

function zoomedRanges(element: PlotlyElement, figure: Figure): ZoomedRanges {
  const ranges: Record<string, readonly [number, number]> = {};
  for (const index of figure.panels.keys()) {
    const axis = element.layout?.[`xaxis${axisNumber(index)}`] as AxisState | undefined;
    if (axis?.autorange === false && axis.range) ranges[`x${axisNumber(index)}`] = axis.range;
  }
  return ranges;
}

/** What the window was zoomed to before, as long as it shows the same panels. */
function keptRanges(element: PlotlyElement, figure: Figure, layout: PlotlyLayout): ZoomedRanges {
  return element.layout?.['uirevision'] === layout['uirevision'] ? zoomedRanges(element, figure) : {};
}

export interface MountedPlot {
  show(figure: Figure, theme: ThemeName): void;
  remove(): void;
}

/** A plot that keeps itself as fine as its window. Calls to `show` follow each other; only the last one is drawn. */
export function mountPlot(element: HTMLElement): MountedPlot {
  const target: PlotlyElement = element;
  let wanted: { readonly figure: Figure; readonly theme: ThemeName } | null = null;
  let removed = false;
  let listening = false;
  let drawing: Promise<void> | null = null;

  const optionsOf = (theme: ThemeName): DrawOptions => ({ target: 'screen', theme });

  const refine = async () => {
    if (!wanted || removed) return;
    const start = performance.now();
    const { figure, theme } = wanted;
    const zoomed = zoomedRanges(target, figure);
    const data = plotlyTraces(figure, { ...optionsOf(theme), zoomed });
    const plotly = await loadPlotly();
    await plotly.react(target, data, target.layout, CONFIG);
    performance.measure('plot-zoom', { start });
  };

  const draw = async () => {
    const plotly = await loadPlotly();
    for (let shown: typeof wanted = null; wanted !== shown && !removed;) {
      shown = wanted;
      if (!shown) return;
      const { figure, theme } = shown;
      const { layout } = toPlotly(
        { ...figure, panels: figure.panels.map((panel) => ({ ...panel, traces: [] })) },
        optionsOf(theme),
      );
      const data = plotlyTraces(figure, { ...optionsOf(theme), zoomed: keptRanges(target, figure, layout) });
      await plotly.react(target, data, layout, CONFIG);
      if (!listening) target.on?.('plotly_relayout', () => void refine());
      listening = true;
    }
  };

  return {
    show: (figure, theme) => {
      wanted = { figure, theme };
      drawing ??= draw().finally(() => {
        drawing = null;
      });
    },
    remove: () => {
      removed = true;
      void loadPlotly().then((plotly) => {
        plotly.purge(target);
      });
    },
  };
}
