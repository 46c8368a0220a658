/** Plotly in an element: drawn, drawn again after a zoom with the samples that the new window shows, and taken away. */
import type { Figure } from '#figures/figure.ts';
import { plotlyTraces, toPlotly, type DrawOptions, type ZoomedRanges } from '#figures/plotly.ts';
import { axisNumber } from '#figures/plotlyAxes.ts';
import type { ThemeName } from '#figures/plotlyTheme.ts';
import type { PlotlyLayout } from '#figures/plotlyTypes.ts';
import { loadFigureFont } from './figureFont.ts';
import { listenToPoints, type PlotEvents } from './plotEvents.ts';
import type { PlotlyElement } from './plotlyElement.ts';

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

interface AxisState {
  readonly range?: readonly [number, number];
  readonly autorange?: boolean;
}

export async function loadPlotly() {
  const [{ default: plotly }] = await Promise.all([import('plotly.js-strict-dist-min'), loadFigureFont()]);
  return plotly;
}

function zoomedAlong(element: PlotlyElement, figure: Figure, along: 'x' | 'y'): ZoomedRanges {
  const ranges: Record<string, readonly [number, number]> = {};
  for (const index of figure.panels.keys()) {
    const name = `${along}${axisNumber(index)}`;
    const axis = element.layout?.[name.replace(along, `${along}axis`)] as AxisState | undefined;
    if (axis?.autorange === false && axis.range) ranges[name] = axis.range;
  }
  return ranges;
}

const zoomedRanges = (element: PlotlyElement, figure: Figure) => zoomedAlong(element, figure, 'x');

/** Of both kinds of axes. */
function shownWindow(element: PlotlyElement, figure: Figure): ZoomedRanges {
  return { ...zoomedRanges(element, figure), ...zoomedAlong(element, figure, 'y') };
}

/** The way back to everything waits for nothing: too little of it is drawn. */
function isZoomed(element: PlotlyElement, figure: Figure): boolean {
  return Object.keys(zoomedRanges(element, figure)).length > 0;
}

/** What the window was zoomed to before, as long as it shows the same panels. */
function keptRanges(element: PlotlyElement, figure: Figure, layout: PlotlyLayout): ZoomedRanges {
  return element.layout?.['uirevision'] === layout['uirevision'] ? shownWindow(element, figure) : {};
}

type Range = readonly [number, number];

/** Half a window on either side comes along, so that panning shows what is there. */
const BEYOND = 0.5;
const DRAWN_COLUMNS = 1 + 2 * BEYOND;
/** A window that shows less than this share of what was drawn for it has too few samples. */
const COARSE = 0.8 / DRAWN_COLUMNS;
/** Milliseconds of rest after which a gesture has ended: while it lasts, each frame shows what is drawn already. */
const REST = 200;

/** Of the x axes alone: whole columns are drawn. */
function widened(shown: ZoomedRanges): ZoomedRanges {
  const widen = ([from, to]: Range): Range => [from - BEYOND * (to - from), to + BEYOND * (to - from)];
  const along = Object.entries(shown).filter(([name]) => name.startsWith('x'));
  return Object.fromEntries(along.map(([name, range]) => [name, widen(range)]));
}

function isFineEnough(shown: ZoomedRanges, drawn: ZoomedRanges): boolean {
  const names = Object.keys(shown);
  if (names.length !== Object.keys(drawn).length) return false;
  return names.every((name) => {
    const [window, whole] = [shown[name], drawn[name]];
    if (!window || !whole || window[0] < whole[0] || window[1] > whole[1]) return false;
    return window[1] - window[0] >= COARSE * (whole[1] - whole[0]);
  });
}

/** Whether names of lines, where the figure has any, were placed for the window that is shown now. */
function isNamed(element: PlotlyElement, figure: Figure, named: ZoomedRanges): boolean {
  if (!figure.panels.some(({ lineNames }) => lineNames)) return true;
  const shown = shownWindow(element, figure);
  const isSame = (name: string) =>
    shown[name]?.[0] === named[name]?.[0] && shown[name]?.[1] === named[name]?.[1];
  return Object.keys({ ...shown, ...named }).every(isSame);
}

/** What a plot was last drawn for: the samples along x, and the names of lines. */
interface DrawnFor {
  readonly drawn: ZoomedRanges;
  readonly named: ZoomedRanges;
}

function isUpToDate(element: PlotlyElement, figure: Figure, { drawn, named }: DrawnFor): boolean {
  return isFineEnough(zoomedRanges(element, figure), drawn) && isNamed(element, figure, named);
}

export interface MountedPlot {
  /** @param events what to do when points are clicked or a box is drawn around them */
  show(figure: Figure, theme: ThemeName, events?: PlotEvents): void;
  remove(): void;
}

interface Shown {
  readonly figure: Figure;
  readonly theme: ThemeName;
  readonly events: PlotEvents;
}

/** Axes and legend without traces, and what a drag of the pointer means. */
function emptyLayout({ figure, events }: Shown, options: DrawOptions): PlotlyLayout {
  const panels = figure.panels.map((panel) => ({ ...panel, traces: [] }));
  const { layout } = toPlotly({ ...figure, panels }, options);
  return { ...layout, dragmode: events.onBox ? 'select' : 'zoom', selections: [] };
}

/** A plot that keeps itself as fine as its window. Calls to `show` follow each other; only the last one is drawn. */
export function mountPlot(element: HTMLElement): MountedPlot {
  const target: PlotlyElement = element;
  let wanted: Shown | null = null;
  let removed = false;
  let listening = false;
  let drawing: Promise<void> | null = null;

  const optionsOf = (theme: ThemeName): DrawOptions => ({ target: 'screen', theme });

  let drawn: ZoomedRanges = {};
  let named: ZoomedRanges = {};
  let rest: ReturnType<typeof setTimeout> | undefined;

  const tracesOf = ({ figure, theme }: Shown, shown: ZoomedRanges) => {
    [named, drawn] = [shown, widened(shown)];
    const columnsPerPixel = Object.keys(drawn).length > 0 ? DRAWN_COLUMNS : 1;
    return plotlyTraces(figure, { ...optionsOf(theme), zoomed: drawn, shown, columnsPerPixel });
  };

  const refine = async () => {
    if (!wanted || removed || isUpToDate(target, wanted.figure, { drawn, named })) return;
    const start = performance.now();
    const data = tracesOf(wanted, shownWindow(target, wanted.figure));
    const plotly = await loadPlotly();
    await plotly.react(target, data, target.layout, CONFIG);
    performance.measure('plot-zoom', { start });
  };

  const settle = () => {
    clearTimeout(rest);
    rest = setTimeout(() => void refine(), wanted && isZoomed(target, wanted.figure) ? REST : 0);
  };

  const draw = async () => {
    const plotly = await loadPlotly();
    for (let shown: typeof wanted = null; wanted !== shown && !removed;) {
      shown = wanted;
      if (!shown) return;
      const { figure, theme } = shown;
      const layout = emptyLayout(shown, optionsOf(theme));
      const data = tracesOf(shown, keptRanges(target, figure, layout));
      await plotly.react(target, data, layout, CONFIG);
      if (!listening) {
        target.on?.('plotly_relayout', settle);
        listenToPoints(target, () => wanted);
      }
      listening = true;
    }
  };

  return {
    show: (figure, theme, events = {}) => {
      wanted = { figure, theme, events };
      drawing ??= draw().finally(() => {
        drawing = null;
      });
    },
    remove: () => {
      removed = true;
      clearTimeout(rest);
      void loadPlotly().then((plotly) => {
        plotly.purge(target);
      });
    },
  };
}
