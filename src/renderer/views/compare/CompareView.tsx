/** Bare against coated: metrics with every cell as a point, survival, cross-checks, doubts, and what can be concluded. */
import '../../components/techniqueView.css';
import './compare.css';
import { useEffect, useMemo } from 'react';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import { useSession } from '../../app/session.ts';
import { copyTable } from '../../components/copyTable.ts';
import { EmptyView } from '../../components/EmptyView.tsx';
import { exportStyle } from '../../components/exportStyle.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import { PlainTable, type RowChoice } from '../../components/PlainTable.tsx';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { CellDots } from './CellDots.tsx';
import { comparedCells, comparedGroups } from './comparedCells.ts';
import { CompareInspector } from './CompareInspector.tsx';
import { useCompareSettings, type CompareMode, type UpdateSettings } from './compareSettings.ts';
import { CompareToolbar } from './CompareToolbar.tsx';
import type { ComparedCell } from './evidenceRecord.ts';
import { isEachCellColumn, metricKey } from './metricsTable.ts';
import { useCompareFigure } from './useCompareFigure.ts';
import { useCompareTable } from './useCompareTable.ts';
import { useEvidence, type Evidence } from './useEvidence.ts';
import { useExportAll } from './useExportAll.ts';
import { usePhases } from './usePhases.ts';
import { useProfiles, type Profiles } from './useProfiles.ts';
import { useStudyComparison } from './useStudyComparison.ts';

const words = text.compare;

const NO_METRICS: readonly MetricComparison[] = [];

function chosenMetric(comparison: StudyComparison | null, shown: string | null): MetricComparison | null {
  const metrics = comparison?.metrics ?? NO_METRICS;
  return metrics.find((each) => metricKey(each) === shown) ?? metrics[0] ?? null;
}

const NO_FIGURE: Readonly<Record<CompareMode, string>> = {
  metrics: words.nothingToDraw,
  survival: words.noSurvival,
  profiles: words.profiles.none,
  techniques: words.techniques.nothingToDraw,
  checks: words.nothingToDraw,
};

/** Runs that lack the half cycle that is asked for, or none at all. */
function profileReason({ lacks }: Profiles): string {
  return lacks.length === 0 ? words.profiles.none : words.profiles.noneOf(lacks);
}

interface Progress {
  readonly comparison: StudyComparison | null;
  readonly evidence: Evidence;
  readonly profiles: Profiles;
}

/** What to say instead of a figure; null = cells are being measured or compared, or voltages read. */
function reasonOf(mode: CompareMode, { comparison, evidence, profiles }: Progress): string | null {
  if (mode === 'profiles') return profiles.isLoading ? null : profileReason(profiles);
  if (comparison) return NO_FIGURE[mode];
  return evidence.isRunning || evidence.records.size > 0 ? null : words.noneMeasured;
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
  const comparison = useStudyComparison({ cells, groups, records, phases: phases.byCell, settings });
  useEffect(() => {
    // Fetched and compiled while the cells are measured.
    void loadPlotly();
  }, []);
  const metric = chosenMetric(comparison, settings.shown);
  const halfCycle = settings.profile === 'halfCycle' ? settings.profileHalfCycle : null;
  const profiles = useProfiles({ cells, groups, metric, halfCycle, isWanted: mode === 'profiles' });
  const { sharesVoltage } = settings;
  const shown = { mode, comparison, groups, metric, profiles, sharesVoltage };
  const figureOf = useCompareFigure(shown);
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  const table = useCompareTable({ ...shown, records, phases });
  const exportAll = useExportAll({ ...shown, settings, cells, records, phases });
  const reason = reasonOf(mode, { comparison, evidence, profiles });
  return (
    <div className={`technique-view comparison ${mode}`}>
      <CompareToolbar
        settings={settings}
        update={update}
        exportAll={exportAll}
        actions={{ ...actions, copyTable: () => void tellCopied(copyTable(table)) }}
        hasFigure={mode !== 'checks' && (mode === 'profiles' || comparison !== null)}
      />
      {mode !== 'checks' && (
        <FigurePane
          settings={settings}
          figureOf={figureOf}
          reason={reason}
          loading={mode === 'profiles' ? words.profiles.loading : words.computing}
        />
      )}
      {mode === 'techniques' && <p className="form-hint table-note">{words.techniques.note}</p>}
      {(settings.table || mode === 'checks') && (
        <PlainTable
          label={words.table}
          table={table}
          empty={words.noneMeasured}
          {...(mode === 'metrics' && metricRows({ comparison, groups, metric, update }))}
        />
      )}
      <CompareInspector
        {...{ settings, update, groups, cells, evidence, comparison, metric, profiles }}
        phases={phases.byCell}
      />
    </div>
  );
}

interface MetricRows {
  readonly comparison: StudyComparison | null;
  readonly groups: readonly Group[];
  readonly metric: MetricComparison | null;
  readonly update: UpdateSettings;
}

/** Rows of metrics choose what is drawn, and show every cell as a dot. */
function metricRows({ comparison, groups, metric, update }: MetricRows) {
  const metrics = comparison?.metrics ?? NO_METRICS;
  const choice: RowChoice = {
    ids: metrics.map(metricKey),
    chosen: metric && metricKey(metric),
    onChoose: (shown) => {
      update({ shown });
    },
  };
  const drawnCell = (row: number, title: string) => {
    const each = metrics[row];
    return each && isEachCellColumn(title) ? <CellDots metric={each} groups={groups} /> : null;
  };
  return { choice, drawnCell };
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
