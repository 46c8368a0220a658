/** The cycling summary of a file on disk. */
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { oneWayRun } from '#core/cycling/oneWayRun.ts';
import { runTrend, type RunTrendOutcome } from '#core/cycling/trend/runTrend.ts';
import type { CellKind } from '#core/project/study.ts';
import type { Dataset } from '#core/dataset.ts';
import {
  reservoirTest,
  type NoReservoir,
  type ReservoirResult,
} from '#core/cycling/fullCell/reservoirTest.ts';
import { summariseFullCell, type FullCellSummary } from '#core/cycling/fullCell/summariseFullCell.ts';
import {
  summariseCycling,
  type CyclingOptions,
  type CyclingOutcome,
  type CyclingRun,
  type CyclingSummary,
} from '#core/cycling/summariseCycling.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';
import type { Problem, Warning } from '#core/problem.ts';
import { interceptsBeside, type FileBeside } from '#jobs/interceptsBeside.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

export interface SummariseRequest extends PathRequest, CyclingOptions {
  /** Which cycling dataset of the file, from 1; null = the one with the most rows. */
  readonly dataset: number | null;
  /** What the retention of a full cell refers to; null = its first cycle without a flaw. */
  readonly referenceCycle: number | null;
  /** What is known of the cell; null = nothing. */
  readonly cellKind: CellKind | null;
  /** Other files of the cell, whose spectra tell of shorts during the run. */
  readonly beside?: readonly FileBeside[];
}

export interface SummariseOutcome {
  readonly file: { readonly name: string; readonly sha256: string | null };
  /** Label of the dataset that was summarised, and those of the file's other cycling datasets. */
  readonly dataset: string | null;
  readonly otherDatasets: readonly string[];
  readonly summary: CyclingSummary | null;
  /** Null when the voltage changes sign with the current, as in a symmetric cell. */
  readonly fullCell: FullCellSummary | null;
  readonly reservoir: ReservoirResult | NoReservoir | null;
  /** How the polarisation changes over the half cycles, or over the segments of a run in one direction. */
  readonly polarisation: RunTrendOutcome | null;
  /** Spectra of the cell in its other files, and those that could be placed in the run; null where none was looked for. */
  readonly spectraBeside: { readonly read: number; readonly placed: number } | null;
  /** Of the summary's rules those that hold for every kind of cell. */
  readonly commonRules: readonly string[];
  readonly warnings: readonly Warning[];
  readonly problem: Problem | null;
}

type Summarised = Extract<CyclingOutcome, { ok: true }>;

export async function summarisePath(
  request: SummariseRequest,
  options: PathOptions = {},
): Promise<SummariseOutcome> {
  const outcome = await importPath(request, options);
  if (!outcome.ok) return failedSummary(outcome.file, outcome.problem);
  const { datasets, receipt } = outcome;
  const cycling = datasets.filter((dataset) => dataset.kind === 'cycling');
  const chosen = request.dataset === null ? longest(cycling) : cycling[request.dataset - 1];
  if (!chosen) {
    const found = datasets.map((dataset) => dataset.label).join(', ');
    return failedSummary(receipt.file, { code: 'no-cycling-data', found });
  }
  const named = { dataset: chosen, fileName: receipt.file.name };
  const { intercepts, spectra } = await interceptsBeside(named, request.beside ?? [], options);
  const result = summariseCycling(chosen, { ...request, known: { ...NOTHING_KNOWN, intercepts } });
  if (!result.ok) return failedSummary(receipt.file, result.problem);
  return {
    file: receipt.file,
    dataset: chosen.label,
    otherDatasets: cycling.filter((dataset) => dataset !== chosen).map((dataset) => dataset.label),
    summary: result.summary,
    fullCell: summariseFullCell(result.run, request, request),
    reservoir: reservoirTest(result.run),
    polarisation: polarisationOf(result, request.cellKind),
    spectraBeside: spectra === 0 ? null : { read: spectra, placed: intercepts.length },
    commonRules: commonRulesOf(result.summary, result.run),
    warnings: receipt.warnings,
    problem: null,
  };
}

function polarisationOf({ summary, run }: Summarised, kind: CellKind | null): RunTrendOutcome {
  const { halfCycles, restThreshold_mA } = summary;
  return runTrend({ halfCycles, oneWay: oneWayRun(run, { restThreshold_mA, kind }) });
}

function commonRulesOf(summary: CyclingSummary, { integral, trace }: CyclingRun): readonly string[] {
  return cyclingWords.commonRules({
    ...summary,
    quadrature: integral.rule,
    assumed: trace.assumedCurrent,
    dropped: summary.droppedHalfCycles,
    restThreshold_A: summary.restThreshold_mA / 1000,
  });
}

function longest(datasets: readonly Dataset[]): Dataset | undefined {
  return datasets.reduce<Dataset | undefined>(
    (most, dataset) => (most && most.rows >= dataset.rows ? most : dataset),
    undefined,
  );
}

/** The outcome of a file without a summary. */
export function failedSummary(file: SummariseOutcome['file'], problem: Problem): SummariseOutcome {
  return {
    file,
    dataset: null,
    otherDatasets: [],
    summary: null,
    fullCell: null,
    reservoir: null,
    polarisation: null,
    spectraBeside: null,
    commonRules: [],
    warnings: [],
    problem,
  };
}
