/** Copying and exporting what the view shows. */
import { useSession } from '../../app/session.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { copyTable } from '../../components/copyTable.ts';
import { exportStyle } from '../../components/exportStyle.ts';
import { cycleTable, showsCycles } from './cycleTable.ts';
import { cyclingFigure } from './cyclingFigure.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import type { CyclingActions } from './CyclingToolbar.tsx';
import { halfCycleRows, htmlTable, tableColumns, tabSeparated } from './halfCycleRows.ts';
import { possibleBasis } from './normalisationLack.ts';
import type { DrawnRun } from './useDerivatives.ts';
import type { AnalysedRun } from './useFullCells.ts';

async function copyRows(runs: readonly AnalysedRun[], settings: CyclingSettings): Promise<void> {
  if (showsCycles(runs, settings.plot))
    return copyTable(cycleTable(runs, possibleBasis(runs, settings.basis)));
  const rows = halfCycleRows(runs);
  const columns = tableColumns(possibleBasis(runs, settings.basis), rows);
  const blob = (content: string, type: string) => new Blob([content], { type });
  const plain = blob(tabSeparated(columns, rows), 'text/plain');
  const html = blob(htmlTable(columns, rows), 'text/html');
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, 'text/html': html })]);
}

export function useCyclingActions(runs: readonly DrawnRun[], settings: CyclingSettings): CyclingActions {
  const { contents } = useSession();
  const actions = useFigureActions(
    () => cyclingFigure({ contents, runs, settings, style: exportStyle(settings) }),
    settings.dpi,
  );
  return { ...actions, copyTable: () => void tellCopied(copyRows(runs, settings)) };
}
