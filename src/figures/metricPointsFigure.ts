/** A metric of several groups: every cell as a point, with mean and standard deviation beside them. */
import type { GroupValues, MetricComparison } from '#core/compare/comparison.ts';
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import { compareWords } from '#core/text/compareWords.ts';
import { conclusionWords } from '#core/text/conclusionWords.ts';
import { figureWords } from '#core/text/figureWords.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';

export interface GroupLook {
  readonly name: string;
  readonly colour: string;
}

export interface MetricPointsOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly groups: readonly GroupLook[];
  readonly unit: string;
}

const POINT_PT = 5;
/** Points of a group stand this far apart, in groups. */
const SPREAD = 0.12;
const MEAN_PLACE = 0.32;
const CAP = 0.05;

/** Side by side in the order of the values, so that equal ones do not hide each other. */
function placeOf(at: number, k: number, n: number): number {
  return at + (n < 2 ? 0 : SPREAD * (k - (n - 1) / 2) * Math.min(1, 4 / n));
}

function pointTraces(
  metric: MetricComparison,
  { name, colour }: GroupLook,
  at: number,
): readonly LineTrace[] {
  const group = metric.groups.find((each) => each.group === name);
  if (!group || group.n === 0) return [];
  const base = { group: name, colour, dash: 'solid', sourceId: name } as const;
  const { mean, sd } = group;
  return [
    ...cellTraces(base, group, at),
    ...(mean === null || sd === null ? [] : [meanTrace(base, { at, mean, sd })]),
  ];
}

type Base = Pick<LineTrace, 'group' | 'colour' | 'dash' | 'sourceId'>;

/** A cell that outlived its test has the cross that it has among survivals: its value is a lower bound. */
function cellTraces(base: Base, { values, cells, censored, n }: GroupValues, at: number): LineTrace[] {
  const all = values.map((y, k) => ({
    x: placeOf(at, k, n),
    y,
    cell: cells[k],
    isBound: censored?.[k] === true,
  }));
  return [false, true].flatMap((isBound) => {
    const points = all.filter((point) => point.isBound === isBound);
    if (points.length === 0) return [];
    const [x, y] = [
      Float64Array.from(points, (point) => point.x),
      Float64Array.from(points, (point) => point.y),
    ];
    const names = points.map(({ cell }) => cell).join(', ');
    return [
      {
        ...base,
        id: `${base.group}-${isBound ? 'bounds' : 'cells'}`,
        label: `${base.group}: ${names}${isBound ? ` (${words.censored})` : ''}`,
        lineScale: 0,
        marker: { symbol: isBound ? 'cross' : 'circle', open: false, size_pt: POINT_PT },
        series: plainSeries(x, y, { xIsSorted: false }),
      },
    ];
  });
}

interface Mean {
  readonly at: number;
  readonly mean: number;
  readonly sd: number;
}

/** A bar from mean − SD to mean + SD with caps, and the mean across. */
function meanTrace(base: Base, { at, mean, sd }: Mean): LineTrace {
  const x = at + MEAN_PLACE;
  const [low, high] = [mean - sd, mean + sd];
  const caps = [low, high].flatMap((y) => [x - CAP, y, x + CAP, y, NaN, NaN]);
  const path = [x, low, x, high, NaN, NaN, ...caps, x - 2 * CAP, mean, x + 2 * CAP, mean];
  const every = (offset: number) => Float64Array.from(path.filter((_, k) => k % 2 === offset));
  return {
    ...base,
    id: `${base.group}-mean`,
    label: `${base.group}: ${words.mean}`,
    lineScale: 1.3,
    series: plainSeries(every(0), every(1), { xIsSorted: false }),
  };
}

export function metricPointsFigure(metric: MetricComparison, options: MetricPointsOptions): Figure {
  const quantity = compareWords.axis[metric.metric];
  return pointsFigure([{ metric, title: '' }], { ...options, quantity });
}

export interface MetricPanel {
  readonly metric: MetricComparison;
  readonly title: string;
}

/** Metrics of one quantity beside each other on one axis, as before and after; logarithmic where no value forbids it. */
export function pointsFigure(
  shown: readonly MetricPanel[],
  options: MetricPointsOptions & { readonly quantity: string },
): Figure {
  const { style, simulated, groups, unit, quantity } = options;
  const isOne = shown.length === 1;
  const legend = groups.map(({ name, colour }) => {
    const counts = shown.map(({ metric }) => metric.groups.find(({ group }) => group === name)?.n ?? 0);
    return { label: figureWords.groupLegend(name, Math.max(...counts)), colour, dash: 'solid' as const };
  });
  const said = isOne ? shown.flatMap(({ metric }) => [metric.title, ...ratioNote(metric)]) : [];
  const notes = [...(simulated ? [figureWords.simulated] : []), ...markNotes(shown), ...said];
  const rows = noteRows(notes, style);
  const request = { columns: shown.length, hasTitles: !isOne, hasNotes: true, noteRows: rows.length, legend };
  const layout = panelLayout(style, request);
  const isLogarithmic = !isOne && shown.every(({ metric }) => isPositive(metric));
  return {
    ...style,
    id: 'metric',
    title: words.metric,
    panels: layout.frames.flatMap((frame, k) => {
      const panel = shown[k];
      if (!panel) return [];
      const { metric, title } = panel;
      return [
        {
          id: isOne ? 'metric' : `metric-${metric.metric}`,
          title,
          frame,
          xAxis: {
            quantity: metric.set,
            unit: '',
            range: [-0.6, groups.length - 0.4] as const,
            hidesTicks: true,
          },
          yAxis: { quantity, unit, range: null, ...(isLogarithmic && { scale: 'log' as const }) },
          xLink: null,
          yLink: isOne ? null : 'metric',
          showsXLabels: true,
          isInset: false,
          traces: groups.flatMap((group, at) => pointTraces(metric, group, at)),
        },
      ];
    }),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes,
    noteRows: rows,
    sources: [],
  };
}

/** What is drawn beside the points, and what a cross among them means. */
function markNotes(shown: readonly MetricPanel[]): readonly string[] {
  const drawn = shown.flatMap(({ metric }) => metric.groups);
  return [
    ...(drawn.some(({ mean, sd }) => mean !== null && sd !== null) ? [words.mean] : []),
    ...(drawn.some(({ censored = [] }) => censored.includes(true)) ? [`× ${words.censored}`] : []),
  ];
}

/** Of more than two groups the table has the ratios. */
function ratioNote(metric: MetricComparison): readonly string[] {
  const { pair, pairs, ratio, ratioLower95: lower, ratioUpper95: upper } = metric;
  if (pairs.length > 0 || ratio === null || lower === null || upper === null) return [];
  return [words.ratio(pair, conclusionWords.ratio(ratio, lower, upper))];
}

/** A logarithmic axis cannot show a bar that reaches below zero either. */
function isPositive({ groups }: MetricComparison): boolean {
  return groups.every(
    ({ values, mean, sd }) => values.every((value) => value > 0) && (mean ?? 1) - (sd ?? 0) > 0,
  );
}
