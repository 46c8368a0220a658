/** The plot of the chosen runs, and why some of them are not in it. */
import { Alert } from '@mantine/core';
import { useCallback } from 'react';
import { describeProblem } from '#core/describeProblem.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { isWithoutPolarisation } from './cellPolarisations.ts';
import { cyclingFigure } from './cyclingFigure.ts';
import type { CyclingSettings, PlotKind } from './cyclingSettings.ts';
import { fullCellOf } from './cellCycles.ts';
import { lacksCurrent, missingCurrent } from './missingCurrent.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import type { DrawnRun } from './useDerivatives.ts';

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
  readonly runs: readonly DrawnRun[];
  readonly settings: CyclingSettings;
}

const NEEDED = {
  voltageTime: 'trace',
  halfCycles: 'outcome',
  voltageCapacity: 'outcome',
  polarisation: 'outcome',
  cycles: 'fullCell',
  incrementalCapacity: 'derivatives',
} as const satisfies Record<PlotKind, keyof DrawnRun>;

function showsFullCells({ plot }: CyclingSettings): boolean {
  return plot === 'cycles' || plot === 'incrementalCapacity';
}

/** Why there is no figure, and what to do. */
function reasonOf(runs: readonly DrawnRun[], settings: CyclingSettings): string {
  const lack = missingCurrent(runs);
  if (lack !== null) return lack;
  if (settings.plot === 'polarisation' && runs.some(isWithoutPolarisation))
    return text.cycling.noPolarisation;
  if (!showsFullCells(settings)) return text.cycling.nothingToDraw;
  const { noneFull, noCycle } = text.cycling.fullCell;
  return runs.some((run) => fullCellOf(run)) ? noCycle : noneFull;
}

function isLoading(runs: readonly DrawnRun[], settings: CyclingSettings): boolean {
  const part = NEEDED[settings.plot];
  // A run that cannot be summarised is never analysed: its problem is told.
  return runs.some(
    (run) =>
      run[part] === undefined &&
      !(showsFullCells(settings) && run.outcome && !(run.outcome.ok && run.outcome.value.ok)),
  );
}

export function CyclingPlot({ contents, runs, settings }: CyclingPlotProps) {
  const figureOf = useCallback(
    (style: FigureStyle) => cyclingFigure({ contents, runs, settings, style }),
    [contents, runs, settings],
  );
  return (
    <>
      <Problems runs={runs} />
      <FigurePane
        settings={settings}
        figureOf={figureOf}
        reason={isLoading(runs, settings) ? null : reasonOf(runs, settings)}
        loading={text.cycling.loading}
      />
    </>
  );
}
