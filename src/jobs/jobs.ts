/**
 * The typed list of computations that run off the interface's thread. A job is a pure function from a plain request
 * to a plain result; adding one costs its function in core and a line here.
 */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import { compareStudy, type CompareOptions, type StudyComparison } from '#core/compare/compareStudy.ts';
import {
  measureEvidence,
  type MeasuredDataset,
  type MeasuredEvidence,
} from '#core/compare/measureEvidence.ts';
import type { Normalisation } from '#core/cycling/capacityProfile.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import {
  derivativeCurves,
  type DerivativeCurve,
  type DerivativeRequest,
} from '#core/cycling/fullCell/derivativeCurves.ts';
import {
  summariseFullCell,
  type FullCellOptions,
  type FullCellSummary,
} from '#core/cycling/fullCell/summariseFullCell.ts';
import {
  summariseCycling,
  type CyclingOptions,
  type CyclingOutcome,
  type CyclingRun,
} from '#core/cycling/summariseCycling.ts';
import { runTrend, type RunTrendOutcome, type RunTrendRequest } from '#core/cycling/trend/runTrend.ts';
import { voltageTrace, type TracedColumns, type VoltageTrace } from '#core/cycling/voltageTrace.ts';
import type { Dataset } from '#core/dataset.ts';
import { computeBatchItem, type BatchItem, type BatchRequest } from '#core/eis/batchItem.ts';
import { bootstrapInterval, type BootstrapRequest } from '#core/eis/bootstrapInterval.ts';
import { chooseCircuit, type ChoiceRequest } from '#core/eis/chooseCircuit.ts';
import { computeDrt, type DrtOptions } from '#core/eis/drt.ts';
import type { Drt } from '#core/eis/drtResult.ts';
import type { KramersKronigOptions } from '#core/eis/kramersKronig.ts';
import { kramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import type { KramersKronig, ZHit } from '#core/eis/kramersKronigResult.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import type { CircuitChoice, FitResult } from '#core/eis/fitResult.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import { profileInterval } from '#core/eis/profileInterval.ts';
import type { FitRequest } from '#core/eis/searchCircuit.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { Cell } from '#core/project/study.ts';
import { treatPattern, type TreatedPattern, type TreatRequest } from '#core/xrd/background/treatPattern.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { identifyPattern, type IdentifyRequest } from '#core/xrd/identify/identifyPattern.ts';
import { measurePeaks, type PeakReport, type PeakRequest } from '#core/xrd/peaks/measurePeaks.ts';
import { zHit } from '#core/eis/zHit.ts';

export interface MeasureRequest {
  readonly cell: Cell;
  readonly measured: readonly MeasuredDataset[];
  readonly thresholds?: Partial<EventThresholds>;
}

/** Request and result of every job, by name. */
export interface Jobs {
  readonly voltageTrace: {
    readonly request: TracedColumns;
    readonly result: VoltageTrace;
  };
  readonly summariseCycling: {
    readonly request: { readonly dataset: Dataset; readonly options: CyclingOptions };
    readonly result: CyclingOutcome;
  };
  /** How the polarisation changes over the half cycles of a run, or the segments of one that goes one way. */
  readonly runTrend: { readonly request: RunTrendRequest; readonly result: RunTrendOutcome };
  /** Null = the run of a symmetric cell. */
  readonly summariseFullCell: {
    readonly request: {
      readonly run: CyclingRun;
      readonly normalisation: Normalisation;
      readonly options: FullCellOptions;
    };
    readonly result: FullCellSummary | null;
  };
  /** dQ/dV or dV/dQ of single charges and discharges. */
  readonly derivativeCurves: {
    readonly request: DerivativeRequest;
    readonly result: readonly DerivativeCurve[];
  };
  /** Null = too few points. */
  readonly drt: {
    readonly request: { readonly spectrum: Spectrum; readonly options: DrtOptions };
    readonly result: Drt | null;
  };
  /** Null = fewer data than parameters. */
  readonly fitCircuit: { readonly request: FitRequest; readonly result: FitResult | null };
  /** Null = there is none: what each function says. */
  readonly profileInterval: { readonly request: IntervalRequest; readonly result: ParameterInterval | null };
  readonly bootstrapInterval: {
    readonly request: BootstrapRequest;
    readonly result: ParameterInterval | null;
  };
  /** Null = too few points. */
  readonly chooseCircuit: { readonly request: ChoiceRequest; readonly result: CircuitChoice | null };
  /** All that a batch computes of one spectrum. */
  readonly batchItem: { readonly request: BatchRequest; readonly result: BatchItem };
  /** Null = too few points. */
  readonly kramersKronig: {
    readonly request: { readonly spectrum: Spectrum; readonly options: KramersKronigOptions };
    readonly result: KramersKronig | null;
  };
  /** Null = too few points, or a frequency measured twice. */
  readonly zHit: {
    readonly request: { readonly spectrum: Spectrum };
    readonly result: ZHit | null;
  };
  /** What a comparison needs of one cell: summaries of its runs, fits of its spectra. */
  readonly measureEvidence: { readonly request: MeasureRequest; readonly result: MeasuredEvidence };
  /** What the groups of a study differ in, and what can be concluded. */
  readonly compareStudy: {
    readonly request: { readonly evidence: readonly CellEvidence[]; readonly options: CompareOptions };
    readonly result: StudyComparison;
  };
  /** Which phases a diffraction pattern shows. */
  readonly identifyPattern: { readonly request: IdentifyRequest; readonly result: Identification };
  /** The peaks of a diffraction pattern, sought and fitted. */
  readonly measurePeaks: { readonly request: PeakRequest; readonly result: PeakReport };
  /** A pattern as it is looked at: stripped of Kα2, with its background. */
  readonly treatPattern: { readonly request: TreatRequest; readonly result: TreatedPattern };
}

export type JobName = keyof Jobs;

/** The functions, by name. */
export const JOBS: { readonly [N in JobName]: (request: Jobs[N]['request']) => Jobs[N]['result'] } = {
  voltageTrace,
  summariseCycling: ({ dataset, options }) => summariseCycling(dataset, options),
  runTrend,
  summariseFullCell: ({ run, normalisation, options }) => summariseFullCell(run, normalisation, options),
  derivativeCurves,
  drt: ({ spectrum, options }) => computeDrt(spectrum, options),
  batchItem: computeBatchItem,
  fitCircuit,
  profileInterval,
  bootstrapInterval,
  chooseCircuit,
  kramersKronig: ({ spectrum, options }) => kramersKronig(spectrum, options),
  zHit: ({ spectrum }) => zHit(spectrum),
  identifyPattern,
  measurePeaks,
  treatPattern,
  compareStudy: ({ evidence, options }) => compareStudy(evidence, options),
  measureEvidence: ({ cell, measured, thresholds }) => measureEvidence(cell, measured, thresholds),
};

export interface RunOptions {
  readonly signal?: AbortSignal;
}

export interface JobRunner {
  /** Rejects with an AbortError when the signal fires: a worker that computes it is ended and replaced. */
  run<N extends JobName>(
    name: N,
    request: Jobs[N]['request'],
    options?: RunOptions,
  ): Promise<Jobs[N]['result']>;
}
