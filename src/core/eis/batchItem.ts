/**
 * All that a batch computes of one spectrum. Every start and every random number comes from fixed seeds, so the result
 * depends on the request alone: not on the order, the worker, or what was computed before.
 */
import { cellWarnings } from '#core/eis/cellWarnings.ts';
import { chooseCircuit } from '#core/eis/chooseCircuit.ts';
import type { Circuit } from '#core/eis/circuit.ts';
import { computeDrt, FEWEST_DRT_POINTS, type DrtOptions } from '#core/eis/drt.ts';
import type { Drt } from '#core/eis/drtResult.ts';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { fitIntervals, type IntervalMethod } from '#core/eis/fitIntervals.ts';
import type { CircuitChoice, FitResult, Weighting } from '#core/eis/fitResult.ts';
import { FEWEST_TESTED_POINTS } from '#core/eis/kramersKronig.ts';
import { kramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import type { KramersKronig, ZHit } from '#core/eis/kramersKronigResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import type { ImpedanceCell } from '#core/eis/readyCircuits.ts';
import { redundantArcs } from '#core/eis/redundantArc.ts';
import type { Electrodes } from '#core/eis/roleWarnings.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { zHit } from '#core/eis/zHit.ts';
import type { Problem } from '#core/problem.ts';

export type BatchStep = 'kramersKronig' | 'drt' | 'fit';

/** What is computed of every spectrum of a batch. */
export interface BatchOptions {
  readonly steps: readonly BatchStep[];
  /** Null = the best circuit is chosen for each spectrum. */
  readonly circuit?: Circuit | null;
  readonly weighting?: Weighting;
  /** Among which ready circuits is chosen. */
  readonly cell?: ImpedanceCell;
  readonly electrodes?: Electrodes | null;
  readonly drt?: DrtOptions;
  /** Asked for of every free parameter of a fit. */
  readonly intervals?: IntervalMethod;
}

export interface BatchRequest {
  /** Without the points that are left out. */
  readonly spectrum: Spectrum;
  readonly options: BatchOptions;
}

/** Null = not asked for, or not possible: then a problem says why. */
export interface BatchItem {
  readonly kramersKronig: KramersKronig | null;
  readonly zHit: ZHit | null;
  readonly drt: Drt | null;
  readonly fit: FitResult | null;
  readonly choice: CircuitChoice | null;
  /** Absent where none were asked for. */
  readonly intervals?: readonly ParameterInterval[];
  readonly problems: readonly Problem[];
}

/** Fewer points than a fit of the smallest circuit needs. */
const FEWEST_FITTED_POINTS = 8;

export function computeBatchItem({ spectrum, options }: BatchRequest): BatchItem {
  const { steps } = options;
  const drt = steps.includes('drt') ? computeDrt(spectrum, options.drt) : null;
  const { fit, choice } = steps.includes('fit') ? fitOrChoose(spectrum, options) : NOTHING_FITTED;
  const isTested = steps.includes('kramersKronig');
  const tested = choice?.kramersKronig ?? (isTested ? kramersKronig(spectrum) : null);
  const isDone = { kramersKronig: tested !== null, drt: drt !== null, fit: fit !== null };
  return {
    kramersKronig: tested,
    zHit: isTested && tested ? zHit(spectrum) : null,
    drt,
    fit,
    choice,
    ...(fit && options.intervals && { intervals: fitIntervals(fit, spectrum, options.intervals) }),
    problems: tooFewFor(
      steps.filter((step) => !isDone[step]),
      spectrum.frequency_Hz.length,
    ),
  };
}

/** An item of which nothing could be computed. */
export function failedBatchItem(problem: Problem): BatchItem {
  return { kramersKronig: null, zHit: null, drt: null, fit: null, choice: null, problems: [problem] };
}

type Fitted = Pick<BatchItem, 'fit' | 'choice'>;

const NOTHING_FITTED: Fitted = { fit: null, choice: null };

function fitOrChoose(
  spectrum: Spectrum,
  { circuit = null, weighting = 'modulus', cell = 'any', electrodes = null }: BatchOptions,
): Fitted {
  if (!circuit) {
    const choice = chooseCircuit({ spectrum, weighting, cell, electrodes });
    return choice ? { fit: choice.fit, choice } : NOTHING_FITTED;
  }
  const request = { spectrum, circuit, weighting };
  const fit = fitCircuit(request);
  if (!fit) return NOTHING_FITTED;
  const ofCell = cellWarnings(fit, { cell, electrodes });
  const warnings = [...fit.warnings, ...redundantArcs(request, fit), ...ofCell];
  return { fit: { ...fit, warnings }, choice: null };
}

const FEWEST_POINTS: Readonly<Record<BatchStep, number>> = {
  kramersKronig: FEWEST_TESTED_POINTS,
  drt: FEWEST_DRT_POINTS,
  fit: FEWEST_FITTED_POINTS,
};

/** One problem for all steps that failed. */
function tooFewFor(failed: readonly BatchStep[], points: number): readonly Problem[] {
  if (failed.length === 0) return [];
  const needed = Math.max(...failed.map((step) => FEWEST_POINTS[step]), points + 1);
  return [{ code: 'too-few-points', points, needed }];
}
