/** The mode that looks at single peaks: what is computed of the focused scan, its figure, table and sizes. */
import { useCallback, useMemo } from 'react';
import { lineShift_deg, USUAL_RADIUS_MM } from '#core/xrd/lineShift.ts';
import { betaLines } from '#core/xrd/peaks/betaLines.ts';
import { explainPeaks, singlePhaseOf, type ExplainedPeak } from '#core/xrd/peaks/explainPeaks.ts';
import type { PeakReport } from '#core/xrd/peaks/measurePeaks.ts';
import { phaseSizes, type PhaseSize } from '#core/xrd/size/phaseSizes.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { peakFitFigure } from '#figures/peakFitFigure.ts';
import type { TickedPhase } from '#figures/phaseTicksPanel.ts';
import { useSession } from '../../../app/session.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { text } from '../../../text/text.ts';
import type { DiffractionSettings } from '../diffractionSettings.ts';
import type { IdentificationRecord } from '../identificationRecord.ts';
import { cellPattern } from '../patternsOf.ts';
import { radiationNotes } from '../radiationNotes.ts';
import { tickedPhases } from '../shownPhases.ts';
import type { Identifications } from '../useIdentifications.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import type { ScanView } from '../useScans.ts';
import { explainingIds, isSoftMetal } from './explainingPhases.ts';
import { instrumentShape } from './instrumentShape.ts';
import { peakTable } from './peakTable.ts';
import { usePeakReport } from './usePeakReport.ts';

const words = text.diffractionPeaks;

export interface PeakViewInputs {
  readonly focused: ScanView | null;
  readonly settings: DiffractionSettings;
  readonly library: PhaseLibrary | null;
  readonly identifications: Identifications;
}

export interface PeakView {
  readonly figureOf: (style: FigureStyle) => Figure | null;
  readonly table: ShownTable;
  /** Why there is no figure; null = there is one, or it is being computed. */
  readonly reason: string | null;
  readonly words: Readonly<Record<'loading' | 'table' | 'tableEmpty', string>>;
  readonly isMeasuring: boolean;
  /** Null until the peaks are measured. */
  readonly peaks: readonly ExplainedPeak[] | null;
  readonly sizes: readonly PhaseSize[];
  /** No phase is known whose lines could explain a peak. */
  readonly isUnexplained: boolean;
}

/** The record that may be used; null where it was made with other settings. */
function freshRecord({ focused, identifications }: PeakViewInputs): IdentificationRecord | null {
  if (!focused || identifications.isStale(focused)) return null;
  return identifications.records.get(focused.dataset.id) ?? null;
}

function shiftOf(record: IdentificationRecord | null): (twoTheta_deg: number) => number {
  if (!record) return () => 0;
  const { zeroShift_deg, displacement_mm } = record.identification;
  const shift = { zeroShift_deg, displacement_mm, radius_mm: USUAL_RADIUS_MM };
  return (twoTheta_deg) => lineShift_deg(shift, twoTheta_deg);
}

function usePhases({ focused, library }: PeakViewInputs, ids: string): readonly TickedPhase[] {
  return useMemo(
    () => (library && focused && ids !== '' ? tickedPhases(ids.split('\n'), [focused], library) : []),
    [library, focused, ids],
  );
}

function explained(
  report: PeakReport | null,
  phases: readonly TickedPhase[],
  { focused, record }: { readonly focused: ScanView | null; readonly record: IdentificationRecord | null },
): readonly ExplainedPeak[] | null {
  const radiation = focused?.radiation;
  if (!report || !radiation) return null;
  const lines = phases.map(({ id, ticks }) => ({ phase: id, ticks }));
  const references = [...lines, ...betaLines(lines, radiation)];
  return explainPeaks(report.peaks, references, { shift_deg: shiftOf(record) });
}

function sizesOf(
  peaks: readonly ExplainedPeak[] | null,
  phases: readonly TickedPhase[],
  { focused, settings, library }: PeakViewInputs,
): readonly PhaseSize[] {
  const wavelength_A = focused?.radiation?.lines[0]?.wavelength_A;
  if (!peaks || wavelength_A === undefined) return [];
  const lines = phases.map(({ id }) => ({
    phase: id,
    isSoftMetal: isSoftMetal(library?.phases.find((phase) => phase.id === id)?.formula ?? ''),
    lines: peaks.filter((peak) => singlePhaseOf(peak) === id).map(({ peak }) => peak),
  }));
  return phaseSizes(lines, { wavelength_A, instrument: instrumentShape(settings) });
}

function usePeakFigure(
  inputs: PeakViewInputs,
  report: PeakReport | null,
  phases: readonly TickedPhase[],
): PeakView['figureOf'] {
  const { contents } = useSession();
  const { focused, settings } = inputs;
  const { axis, scale } = settings;
  const record = freshRecord(inputs);
  return useCallback(
    (style: FigureStyle) => {
      if (!focused || !report) return null;
      const { twoTheta_deg } = focused.pattern;
      const middle = ((twoTheta_deg[0] ?? 0) + (twoTheta_deg.at(-1) ?? 0)) / 2;
      const pattern = {
        ...cellPattern(contents, focused),
        sigma_counts: focused.pattern.sigma_counts,
        calculated_counts: report.calculated_counts,
        background_counts: report.background_counts,
        shift_deg: shiftOf(record)(middle),
      };
      const { simulated } = contents.study;
      const notes = radiationNotes([focused]);
      return peakFitFigure(pattern, report.peaks, { style, simulated, axis, scale, phases, notes });
    },
    [contents, focused, report, phases, axis, scale, record],
  );
}

export function usePeakView(inputs: PeakViewInputs): PeakView {
  const { focused, settings } = inputs;
  const isWanted = settings.mode === 'peaks';
  const loaded = usePeakReport(focused, isWanted);
  const report = loaded?.ok ? loaded.value : null;
  const record = freshRecord(inputs);
  const ids = explainingIds(record, settings.shownPhases).join('\n');
  const phases = usePhases(inputs, isWanted ? ids : '');
  const peaks = useMemo(
    () => explained(report, phases, { focused, record }),
    [report, phases, focused, record],
  );
  const table = useMemo(() => peakTable(peaks ?? []), [peaks]);
  const figureOf = usePeakFigure(inputs, report, phases);
  const needsRadiation = focused !== null && focused.radiation === null;
  const failed = loaded && !loaded.ok ? words.failed : null;
  const reason = needsRadiation ? words.needsRadiation : failed;
  return {
    figureOf,
    table,
    reason,
    words: {
      loading: words.searching,
      table: words.table,
      tableEmpty: peaks ? words.none : (reason ?? words.searching),
    },
    isMeasuring: reason === null && !peaks,
    peaks,
    sizes: sizesOf(peaks, phases, inputs),
    isUnexplained: ids === '',
  };
}
