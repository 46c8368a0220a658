/** Survival of groups of cells after Kaplan and Meier; cells whose test ended first are marked on their step. */
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import { figureWords } from '#core/text/figureWords.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import type { GroupLook } from '#figures/metricPointsFigure.ts';
import { panelLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';

export interface SurvivalOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  readonly groups: readonly GroupLook[];
}

const PERCENT = 100;
const MARK_PT = 5;

/** Share that survives just after `time`. */
function shareAt({ steps }: GroupSurvival, time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

function stairs(survival: GroupSurvival): readonly (readonly [number, number])[] {
  const last = Math.max(...survival.cells.map(({ time_h }) => time_h));
  const corners: [number, number][] = [[0, 1]];
  let share = 1;
  for (const step of survival.steps) {
    corners.push([step.time, share], [step.time, step.survival]);
    share = step.survival;
  }
  return [...corners, [last, share]];
}

function traceOf(look: GroupLook, id: string, points: readonly (readonly [number, number])[]): LineTrace {
  const series = plainSeries(
    Float64Array.from(points, ([time]) => time),
    Float64Array.from(points, ([, share]) => PERCENT * share),
    { xIsSorted: false },
  );
  const { name, colour } = look;
  return { id: `${name}-${id}`, label: name, group: name, colour, dash: 'solid', sourceId: name, series };
}

function tracesOf(survival: GroupSurvival, look: GroupLook): readonly LineTrace[] {
  const censored = survival.cells
    .filter((cell) => cell.censored)
    .map(({ time_h }) => [time_h, shareAt(survival, time_h)] as const);
  return [
    { ...traceOf(look, 'survival', stairs(survival)), lineScale: 1.5 },
    ...(censored.length === 0
      ? []
      : [
          {
            ...traceOf(look, 'censored', censored),
            label: `${look.name}: ${words.censored}`,
            lineScale: 0,
            marker: { symbol: 'cross', open: false, size_pt: MARK_PT } as const,
          },
        ]),
  ];
}

export function survivalFigure(
  curves: readonly GroupSurvival[],
  { style, simulated, groups }: SurvivalOptions,
): Figure {
  const shown = groups.flatMap((look) => {
    const survival = curves.find(({ group }) => group === look.name);
    return survival ? [{ look, survival }] : [];
  });
  const legend = shown.map(({ look, survival }) => ({
    label: figureWords.groupLegend(look.name, survival.cells.length),
    colour: look.colour,
    dash: 'solid' as const,
  }));
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  const marked = shown.some(({ survival }) => survival.cells.some(({ censored }) => censored));
  return {
    ...style,
    id: 'survival',
    title: words.survival,
    panels: layout.frames.map((frame) => ({
      id: 'survival',
      title: '',
      frame,
      xAxis: { quantity: words.time, unit: 'h', range: null },
      yAxis: { quantity: words.surviving, unit: '%', range: [-3, 105] },
      xLink: null,
      yLink: null,
      showsXLabels: true,
      isInset: false,
      traces: shown.flatMap(({ look, survival }) => tracesOf(survival, look)),
    })),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [
      ...(simulated ? [figureWords.simulated] : []),
      ...new Set(shown.map(({ survival }) => survival.set)),
      ...(marked ? [`× ${words.censored}`] : []),
    ],
    sources: [],
  };
}
