/** Cells, runs and spectra whose numbers are chosen by hand, for what judges them. */
import { cellMetrics, type CellMetrics } from '#core/compare/cellMetrics.ts';
import type { CellEvidence, SpectrumEvidence } from '#core/compare/cellEvidence.ts';
import { crossChecks } from '#core/compare/crossChecks.ts';
import type { CrossCheckId } from '#core/compare/checks/crossCheck.ts';
import type { DoubtNote } from '#core/compare/doubtNote.ts';
import { raisedDoubts } from '#core/compare/doubts.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { Cell, StateTag } from '#core/project/study.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';

export interface ByHand extends Omit<Partial<CellEvidence>, 'cell'> {
  readonly cell?: Partial<Cell>;
}

/** A symmetric lithium cell of 1 cm2 with nothing measured. */
export function evidence({ cell = {}, ...more }: ByHand = {}): CellEvidence {
  const name = cell.name ?? 'c1';
  const known = { id: name, studyId: 'study', groupId: 'group', name, order: 0 };
  const full: Cell = { ...UNKNOWN_CELL, ...known, kind: 'symmetric', metal: 'Li', area_cm2: 1, ...cell };
  return { cell: full, runs: [], spectra: [], ...more };
}

/** Half cycles of 1 h, positive first, of these polarisations and this current on 1 cm2. */
export function run(polarisations_mV: readonly number[], current_mA = 1): CyclingSummary {
  const halfCycles = polarisations_mV.map((polarisation_mV, k) => {
    const sign = k % 2 === 0 ? 1 : -1;
    return {
      index: k + 1,
      direction: sign > 0 ? 'positive' : 'negative',
      startTime_s: 3600 * k,
      duration_s: 3600,
      current_mA: sign * current_mA,
      currentDensity_mAPerCm2: sign * current_mA,
      capacity_mAh: current_mA,
      capacity_mAhPerCm2: current_mA,
      polarisation_mV,
    };
  });
  const failure = { time_h: null, mode: null, censored: true, lasted_h: polarisations_mV.length };
  return { halfCycles, cycles: [], events: [], failure } as unknown as CyclingSummary;
}

interface Ohms {
  readonly electrolyte: number | null;
  readonly arc: number | null;
  readonly intercept: number | null;
  readonly isUpperLimit?: boolean;
}

export function spectrum(
  state: StateTag,
  { electrolyte, arc, intercept, isUpperLimit = false }: Ohms,
): SpectrumEvidence {
  const quantity = (value: number | null) => (value === null ? null : { value, standardError: null });
  const reading = { standardError_ohm: null, way: 'crossing', isExtrapolated: false, isUpperLimit } as const;
  return {
    label: 'spectrum',
    state,
    circuit: 'R-p(R,CPE)',
    interface_ohm: quantity(arc),
    electrolyte_ohm: quantity(electrolyte),
    intercept: intercept === null ? null : { value_ohm: intercept, ...reading },
  };
}

export const PRISTINE: StateTag = { kind: 'pristine' };
export const AFTER_FIVE: StateTag = { kind: 'after-cycle', cycle: 5 };

/** The line of one check on one cell; undefined where it does not concern it. */
export function checked(id: CrossCheckId, cell: CellEvidence) {
  return crossChecks([cell]).find(({ check }) => check === id);
}

/** A cell as measured, with metrics that are given instead of taken from its run. */
export interface Judged {
  readonly evidence: CellEvidence;
  readonly values?: Partial<CellMetrics['values']>;
  readonly isSuspect?: boolean;
  readonly failure?: CellMetrics['failure'];
}

export function doubtsOf(cells: readonly Judged[], notes: readonly DoubtNote[] = []) {
  const facts = cells.map(({ evidence: own, values = {}, ...more }) => {
    const metrics = cellMetrics(own);
    return { evidence: own, metrics: { ...metrics, ...more, values: { ...metrics.values, ...values } } };
  });
  return raisedDoubts({ cells: facts, checks: crossChecks(cells.map((each) => each.evidence)) }, notes);
}
