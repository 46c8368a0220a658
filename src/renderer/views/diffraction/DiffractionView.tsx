/** Diffraction scans of the chosen cells: above each other, with the phases they hold and those that could hide. */
import '../../components/techniqueView.css';
import { useEffect, useMemo } from 'react';
import { useFocus } from '../../app/useFocus.ts';
import { copyTable } from '../../components/copyTable.ts';
import { EmptyTechnique } from '../../components/EmptyTechnique.tsx';
import { exportStyle } from '../../components/exportStyle.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import { PlainTable } from '../../components/PlainTable.tsx';
import { UnusableMeasurements } from '../../components/UnusableMeasurements.tsx';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { usePointPicking } from './background/usePointPicking.ts';
import { useTreatedPatterns } from './background/useTreatedPatterns.ts';
import { DiffractionInspector } from './DiffractionInspector.tsx';
import type { PatternComparison, ScanPair } from './comparison/comparePatterns.ts';
import { comparisonTable } from './comparison/comparisonTable.ts';
import { useComparison } from './comparison/useComparison.ts';
import { usePair } from './comparison/usePair.ts';
import { useDiffractionSettings, type DiffractionMode } from './diffractionSettings.ts';
import { usePeakView, type PeakView } from './peaks/usePeakView.ts';
import { DiffractionToolbar } from './DiffractionToolbar.tsx';
import { shownIds, useDiffractionFigure } from './useDiffractionFigure.ts';
import { useIdentifications } from './useIdentifications.ts';
import { usePhaseLibrary } from './usePhaseLibrary.ts';
import { useScans, type Scans } from './useScans.ts';
import { verdictTable } from './verdictTable.ts';

const words = text.diffraction;

function ShownScans({ scans }: { readonly scans: Scans }) {
  const { views } = scans;
  const [settings, update] = useDiffractionSettings();
  const [focused, onFocus] = useFocus(views);
  const library = usePhaseLibrary();
  const identifications = useIdentifications(views, library, settings.elements);
  useEffect(() => {
    // Fetched and compiled while the columns are read.
    void loadPlotly();
  }, []);
  const base = { views, focused, settings, library, identifications };
  const shown = shownIds(base);
  const choice = usePair(views);
  const { pair } = choice;
  const comparison = useComparison({ pair, library, settings, phases: shown.join('\n') });
  const treated = useTreatedPatterns(views, settings, identifications.records);
  const events = usePointPicking(views, settings, update);
  const peaks = usePeakView(base);
  const patternFigureOf = useDiffractionFigure({ ...base, pair, comparison, treated });
  const record = focused && identifications.records.get(focused.dataset.id);
  const phaseTable = useMemo(
    () =>
      settings.mode === 'compare'
        ? comparisonTable(comparison, settings.substrate)
        : verdictTable(record?.identification ?? null),
    [settings.mode, settings.substrate, comparison, record],
  );
  const { figureOf, table, ...mode } =
    settings.mode === 'peaks'
      ? peaks
      : { figureOf: patternFigureOf, table: phaseTable, words, isMeasuring: false };
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  const missing = missingWords(settings.mode, {
    hasRecord: record !== undefined && record !== null,
    pair,
    comparison,
    peaks,
  });
  const isWaiting = views.length === 0 ? scans.isLoading : mode.isMeasuring;
  return (
    <div className={showsVerdicts(settings.mode) ? 'technique-view verdicts' : 'technique-view'}>
      <DiffractionToolbar
        settings={settings}
        update={update}
        actions={{ ...actions, copyTable: () => void tellCopied(copyTable(table)) }}
        hasFigure={views.length > 0 && missing === null}
      />
      <UnusableMeasurements title={words.problems} unusable={scans.unusable} />
      <FigurePane
        settings={settings}
        figureOf={figureOf}
        {...(events && { events })}
        reason={isWaiting ? null : (missing ?? words.nothingToDraw)}
        loading={mode.words.loading}
      />
      {settings.table && <PlainTable label={mode.words.table} table={table} empty={mode.words.tableEmpty} />}
      <DiffractionInspector {...base} {...{ update, onFocus, shown, choice, comparison, peaks }} />
    </div>
  );
}

/** The table below the plot is that of the verdicts on phases. */
function showsVerdicts(mode: DiffractionMode): boolean {
  return mode === 'patterns' || mode === 'fit';
}

interface Available {
  readonly hasRecord: boolean;
  readonly pair: ScanPair | null;
  readonly comparison: PatternComparison | null;
  readonly peaks: PeakView;
}

/** Why the chosen way of looking has nothing to show; null where it has. */
function missingWords(mode: DiffractionMode, available: Available): string | null {
  const { hasRecord, pair, comparison, peaks } = available;
  if (mode === 'patterns') return null;
  if (mode === 'peaks') return peaks.reason;
  if (mode === 'fit') return hasRecord ? null : words.notIdentified;
  if (!pair) return words.comparison.needsTwo;
  if (!comparison) return words.comparison.needsRadiation;
  const { difference } = comparison;
  return difference.ok ? null : words.comparison.refusals[difference.refusal];
}

export function DiffractionView() {
  const scans = useScans();
  if (scans.chosen.length === 0) return <EmptyTechnique kind="diffraction" words={words} />;
  return <ShownScans scans={scans} />;
}
