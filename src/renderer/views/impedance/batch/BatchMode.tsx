/** Many spectra tested, distributed and fitted in one go, with the results as one table. */
import { useCallback, useMemo } from 'react';
import type { BatchItem, BatchOptions } from '#core/eis/batchItem.ts';
import { batchTable } from '#core/eis/batchTables.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { describeProblem } from '#core/describeProblem.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { spectrumName } from '../cellSpectra.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ImpedanceSettings } from '../impedanceSettings.ts';
import { spectraFigure } from '../impedanceViewFigure.ts';
import type { ModeProps } from '../modeProps.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { BatchPanel } from './BatchPanel.tsx';
import { BatchTable, cellWords } from './BatchTable.tsx';
import { batchRows, IDENTITY_TITLES } from './batchRows.ts';
import { useBatch } from './useBatch.ts';
import { useBatchExport } from './useBatchExport.ts';

const words = text.impedanceBatch;

function useOptions(settings: ImpedanceSettings) {
  const { batchSteps, batchCircuit, weighting, cellKind, lambdaRule, lambda } = settings;
  return useMemo(() => {
    const parsed = batchCircuit.trim() === '' ? null : parseCircuit(batchCircuit);
    const options: BatchOptions = {
      steps: batchSteps,
      circuit: parsed?.ok ? parsed.circuit : null,
      weighting,
      cell: cellKind,
      drt: { lambda: lambdaRule === 'by-hand' ? lambda : lambdaRule },
    };
    const isWrong = batchSteps.includes('fit') && parsed?.ok === false;
    return { options, circuitProblem: isWrong ? parsed.problem : null };
  }, [batchSteps, batchCircuit, weighting, cellKind, lambdaRule, lambda]);
}

function curvesOf(views: readonly SpectrumView[], items: ReadonlyMap<string, BatchItem>) {
  const curves = new Map<string, Spectrum>();
  for (const { dataset, used } of views) {
    const fit = items.get(dataset.id)?.fit;
    if (!fit) continue;
    const { frequency_Hz } = used.spectrum;
    curves.set(dataset.id, { frequency_Hz, zRe_ohm: fit.fittedRe_ohm, zIm_ohm: fit.fittedIm_ohm });
  }
  return curves;
}

function failuresOf(views: readonly SpectrumView[], items: ReadonlyMap<string, BatchItem>) {
  return views.flatMap((view) =>
    (items.get(view.dataset.id)?.problems ?? []).map(
      (problem) => `${spectrumName(view)}, ${view.dataset.label}: ${describeProblem(problem).message}`,
    ),
  );
}

export function BatchMode(props: ModeProps) {
  const { contents } = useSession();
  const { spectra, settings, update } = props;
  const { views } = spectra;
  const { options, circuitProblem } = useOptions(settings);
  const { items, isRunning, run } = useBatch(views, options);
  const rows = useMemo(() => batchRows(contents, views, items), [contents, views, items]);
  const table = useMemo(() => batchTable(IDENTITY_TITLES, rows), [rows]);
  const saving = useBatchExport(rows);
  const missing = views.filter(({ dataset }) => !items.has(dataset.id));
  const figureOf = useCallback(
    (style: FigureStyle) => spectraFigure({ contents, views, fits: curvesOf(views, items), settings, style }),
    [contents, views, items, settings],
  );
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      reason={text.impedance.nothingToDraw}
      table={() => ({ titles: table.titles, rows: table.rows.map((cells) => cells.map(cellWords)) })}
      below={
        items.size > 0 ? (
          <BatchTable titles={table.titles} rows={table.rows} />
        ) : (
          <div className="technique-table technique-wait">{words.nothing}</div>
        )
      }
    >
      <BatchPanel
        settings={settings}
        update={update}
        count={views.length}
        missing={missing.length}
        isRunning={isRunning}
        circuitProblem={circuitProblem}
        failures={failuresOf(views, items)}
        onRun={(again) => void run(again ? views : missing)}
        saving={saving}
      />
    </ImpedanceFrame>
  );
}
