/** The plot in its pane: as large as the pane, or the page exactly as it is exported. */
import { Alert, Loader, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { describeProblem } from '#core/describeProblem.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { PX_PER_MM } from '#figures/plotlyTheme.ts';
import { PlotFigure } from '../../components/PlotFigure.tsx';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { cyclingFigure, exportStyle } from './cyclingFigure.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import { lacksCurrent, missingCurrent } from './missingCurrent.ts';
import type { CyclingRunView } from './useCyclingRuns.ts';

/** 13 px, as the text of the window. */
const PANE_STYLE = { font_pt: 9.75, line_pt: 1 } as const;
const SMALLEST_px = 120;

function paneStyle(width_px: number, height_px: number): FigureStyle {
  return { width_mm: width_px / PX_PER_MM, height_mm: height_px / PX_PER_MM, ...PANE_STYLE };
}

function problemOf(run: CyclingRunView): string | null {
  const { trace, outcome } = run;
  if (trace && !trace.ok) return trace.error instanceof Error ? trace.error.message : String(trace.error);
  if (outcome && !outcome.ok)
    return outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
  if (lacksCurrent(run)) return null;
  if (outcome?.ok && !outcome.value.ok) return describeProblem(outcome.value.problem).message;
  return null;
}

function Problems({ runs }: { readonly runs: readonly CyclingRunView[] }) {
  const lines = runs.flatMap((run) => {
    const problem = problemOf(run);
    return problem === null ? [] : [`${run.dataset.fileName}: ${problem}`];
  });
  if (lines.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" title={text.cycling.problems} className="technique-problems">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}

export interface CyclingPlotProps {
  readonly contents: StudyContents;
  readonly runs: readonly CyclingRunView[];
  readonly settings: CyclingSettings;
}

function isLoading(runs: readonly CyclingRunView[], settings: CyclingSettings): boolean {
  return runs.some((run) => (settings.plot === 'voltageTime' ? run.trace : run.outcome) === undefined);
}

export function CyclingPlot({ contents, runs, settings }: CyclingPlotProps) {
  const { ref, width, height } = useElementSize();
  const scheme = useComputedColorScheme('light');
  const figure = useMemo(() => {
    if (width < SMALLEST_px || height < SMALLEST_px) return null;
    const style = settings.page ? exportStyle(settings) : paneStyle(width, height);
    return cyclingFigure({ contents, runs, settings, style });
  }, [contents, runs, settings, width, height]);
  return (
    <>
      <Problems runs={runs} />
      <div className={settings.page ? 'technique-plot page' : 'technique-plot'} ref={ref}>
        {figure && <PlotFigure figure={figure} theme={settings.page ? 'paper' : scheme} />}
        {!figure && isLoading(runs, settings) && (
          <div className="technique-wait" role="status">
            <Loader size="sm" /> {text.cycling.loading}
          </div>
        )}
        {!figure && !isLoading(runs, settings) && (
          <div className="technique-wait">{missingCurrent(runs) ?? text.cycling.nothingToDraw}</div>
        )}
      </div>
    </>
  );
}
