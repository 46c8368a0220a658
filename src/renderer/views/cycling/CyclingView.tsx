/** Voltage against time and capacity of the chosen cells, with the table of their half cycles. */
import '../../components/techniqueView.css';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../app/session.ts';
import { EmptyTechnique } from '../../components/EmptyTechnique.tsx';
import { PlainTable } from '../../components/PlainTable.tsx';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { text } from '../../text/text.ts';
import { CyclingInspector } from './CyclingInspector.tsx';
import { CyclingPlot } from './CyclingPlot.tsx';
import { CyclingToolbar } from './CyclingToolbar.tsx';
import { useCyclingSettings, type CyclingSettings } from './cyclingSettings.ts';
import { cycleTable, showsCycles } from './cycleTable.ts';
import { HalfCycleTable } from './HalfCycleTable.tsx';
import { isFigureComplete } from './isFigureComplete.ts';
import { halfCycleRows, tableColumns } from './halfCycleRows.ts';
import { missingCurrent } from './missingCurrent.ts';
import { possibleBasis } from './normalisationLack.ts';
import { useCourses } from './useCourses.ts';
import { useFullCells, type AnalysedRun } from './useFullCells.ts';
import { useCyclingActions } from './useCyclingActions.ts';
import { parseNumberList } from '../../app/numberList.ts';
import { useDerivatives } from './useDerivatives.ts';
import { useCyclingRuns } from '../../app/useCyclingRuns.ts';

const words = text.cycling;

interface TablePaneProps {
  readonly runs: readonly AnalysedRun[];
  readonly settings: CyclingSettings;
}

function TablePane({ runs, settings }: TablePaneProps) {
  const rows = useMemo(() => halfCycleRows(runs), [runs]);
  const columns = useMemo(
    () => tableColumns(possibleBasis(runs, settings.basis), rows),
    [runs, rows, settings.basis],
  );
  const cycles = useMemo(() => cycleTable(runs, possibleBasis(runs, settings.basis)), [runs, settings.basis]);
  if (showsCycles(runs, settings.plot))
    return <PlainTable label={words.fullCell.tableLabel} table={cycles} />;
  if (rows.length > 0) return <HalfCycleTable rows={rows} columns={columns} />;
  const isLoading = runs.some(({ outcome }) => outcome === undefined);
  return (
    <div className="technique-table technique-wait">
      {isLoading ? words.loading : (missingCurrent(runs) ?? words.noTable)}
    </div>
  );
}

export function CyclingView() {
  const { contents } = useSession();
  const [settings, update] = useCyclingSettings();
  const { setCurrents_mA } = settings;
  const summarised = useCyclingRuns({ setCurrents_mA });
  const withCourses = useCourses(summarised, settings.plot === 'polarisation');
  const { referenceCycle } = settings;
  const analysed = useFullCells(withCourses, { isWanted: true, referenceCycle });
  const cycles = useMemo(() => parseNumberList(settings.cycles) ?? [], [settings.cycles]);
  const isWanted = settings.plot === 'incrementalCapacity';
  const runs = useDerivatives(analysed, { isWanted, derivative: settings.derivative, cycles });
  const actions = useCyclingActions(runs, settings);
  useEffect(() => {
    // Fetched and compiled while the columns are read.
    void loadPlotly();
  }, []);
  if (runs.length === 0) return <EmptyTechnique kind="cycling" words={words} />;
  return (
    <div className="technique-view">
      <CyclingToolbar
        settings={settings}
        update={update}
        actions={actions}
        hasFigure={isFigureComplete(runs, settings.plot)}
      />
      <CyclingPlot contents={contents} runs={runs} settings={settings} />
      {settings.table && <TablePane runs={runs} settings={settings} />}
      <CyclingInspector settings={settings} update={update} runs={runs} />
    </div>
  );
}
