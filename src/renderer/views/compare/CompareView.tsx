/** Bare against coated: metrics with every cell as a point, survival, cross-checks, doubts, and what can be concluded. */
import '../../components/techniqueView.css';
import { useEffect, useMemo } from 'react';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import { useSession } from '../../app/session.ts';
import { copyTable, type ShownTable } from '../../components/copyTable.ts';
import { EmptyView } from '../../components/EmptyView.tsx';
import { exportStyle } from '../../components/exportStyle.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import { PlainTable, type RowChoice } from '../../components/PlainTable.tsx';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { checksTable } from './checksTable.ts';
import { comparedCells, comparedGroups } from './comparedCells.ts';
import { CompareInspector } from './CompareInspector.tsx';
import { useCompareSettings, type CompareMode } from './compareSettings.ts';
import { CompareToolbar } from './CompareToolbar.tsx';
import type { ComparedCell } from './evidenceRecord.ts';
import { metricKey, metricsTable } from './metricsTable.ts';
import { survivalTable } from './survivalTable.ts';
import { useCompareFigure } from './useCompareFigure.ts';
import { useEvidence, type Evidence } from './useEvidence.ts';
import { usePhases } from './usePhases.ts';
import { useStudyComparison } from './useStudyComparison.ts';

const words = text.compare;

function tableOf(
  mode: CompareMode,
  comparison: StudyComparison | null,
  groups: readonly Group[],
): ShownTable {
  if (mode === 'survival') return survivalTable(comparison?.survival ?? []);
  if (mode === 'checks') return checksTable(comparison?.crossChecks ?? []);
  return metricsTable(
    comparison?.metrics ?? [],
    groups.map(({ name }) => name),
  );
}

const NO_METRICS: readonly MetricComparison[] = [];

function chosenMetric(comparison: StudyComparison | null, shown: string | null): MetricComparison | null {
  const metrics = comparison?.metrics ?? NO_METRICS;
  return metrics.find((each) => metricKey(each) === shown) ?? metrics[0] ?? null;
}

/** What to say instead of a figure; null = cells are being measured. */
function reasonOf(
  mode: CompareMode,
  comparison: StudyComparison | null,
  { isRunning }: Evidence,
): string | null {
  if (comparison) return mode === 'survival' ? words.noSurvival : words.nothingToDraw;
  return isRunning ? null : words.noneMeasured;
}

interface ComparedGroups {
  readonly groups: readonly Group[];
  readonly cells: readonly ComparedCell[];
}

function Comparison({ groups, cells }: ComparedGroups) {
  const [settings, update] = useCompareSettings();
  const { mode } = settings;
  const evidence = useEvidence(cells);
  const phases = usePhases(cells);
  const { records } = evidence;
  const comparison = useStudyComparison({ cells, groups, records, phases, settings });
  useEffect(() => {
    // Fetched and compiled while the cells are measured.
    void loadPlotly();
  }, []);
  const metric = chosenMetric(comparison, settings.shown);
  const figureOf = useCompareFigure({ mode, groups, comparison, metric });
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  const table = useMemo(() => tableOf(mode, comparison, groups), [mode, comparison, groups]);
  const choice: RowChoice = {
    ids: (comparison?.metrics ?? NO_METRICS).map(metricKey),
    chosen: metric && metricKey(metric),
    onChoose: (shown) => {
      update({ shown });
    },
  };
  return (
    <div className="technique-view">
      <CompareToolbar
        settings={settings}
        update={update}
        actions={{ ...actions, copyTable: () => void tellCopied(copyTable(table)) }}
        hasFigure={comparison !== null && mode !== 'checks'}
      />
      {mode !== 'checks' && (
        <FigurePane
          settings={settings}
          figureOf={figureOf}
          reason={reasonOf(mode, comparison, evidence)}
          loading={words.computing}
        />
      )}
      {(settings.table || mode === 'checks') && (
        <PlainTable
          label={words.table}
          table={table}
          empty={words.noneMeasured}
          {...(mode === 'metrics' && { choice })}
        />
      )}
      <CompareInspector {...{ settings, update, groups, cells, evidence, phases, comparison, metric }} />
    </div>
  );
}

export function CompareView() {
  const { contents } = useSession();
  const [settings] = useCompareSettings();
  const groups = useMemo(() => comparedGroups(contents, settings.groupIds), [contents, settings.groupIds]);
  const cells = useMemo(() => comparedCells(contents, groups), [contents, groups]);
  if (groups.length < 2 || cells.length === 0)
    return <EmptyView title={words.emptyTitle} reason={words.emptyGroups} />;
  return <Comparison groups={groups} cells={cells} />;
}
