/**
 * Is positive current oxidation at the working electrode? Three clues, none of which needs to know the cell: a cell's
 * resistance is positive, so its voltage steps in the direction in which the current does; a charge counter runs
 * with the current; and a cell that stays above 0.3 V (not a symmetric one) ends a half cycle of positive current at
 * a higher voltage than it began.
 */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Dataset } from '#core/dataset.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import {
  notApplicable,
  type Check,
  type CheckedRun,
  type CheckSubject,
  type Finding,
} from '#core/import/checks/check.ts';
import { quantileOf } from '#core/numeric/quantile.ts';
import { checkWords, type SignEvidence } from '#core/text/checkWords.ts';

const LARGE_JUMP = 0.5;
const LEVEL = 0.02;
const FULL_CELL_ABOVE_V = 0.3;
/** EC-Lab's mode 2: the potential is set. */
const MODE_VOLTAGE = 2;
const MOST_SIZES = 65_536;

/** +1: the counter grows with positive current; -1: with negative current. */
const COUNTERS = {
  charge_Ah: 1,
  halfCycleCharge_Ah: 1,
  chargeCapacity_Ah: 1,
  dischargeCapacity_Ah: -1,
} as const;

export const currentSign: Check = { id: 'current-sign', run: checkSign };

function checkSign({ dataset, run }: CheckSubject): Finding {
  if (!run) return notApplicable(checkWords.noRun());
  const controlled = voltageControlled(dataset);
  const evidence = [
    voltageSteps(run.trace, controlled),
    voltageSlopes(run, controlled),
    countersRun(dataset, run.trace),
  ].filter(({ agree, disagree }) => agree + disagree > 0);
  if (evidence.length === 0) {
    const sweeps = controlled?.every((is) => is === 1) === true;
    return notApplicable(sweeps ? checkWords.voltageControlled() : checkWords.noSignClue());
  }
  const detail = checkWords.sign(evidence);
  const doubtful = evidence.some(({ agree, disagree }) => disagree > agree);
  const warnings = doubtful ? [{ code: 'current-sign', detail: detail.replace(/\.$/, '') } as const] : [];
  return { status: doubtful ? 'failed' : 'passed', detail, warnings };
}

/** 1 where the instrument set the voltage, so that the voltage follows nothing; null when the file does not say. */
function voltageControlled(dataset: Dataset): Uint8Array | null {
  const mode = findColumn(dataset, 'mode')?.values;
  if (!mode) return null;
  const controlled = new Uint8Array(mode.length);
  for (let i = 0; i < mode.length; i += 1) controlled[i] = mode[i] === MODE_VOLTAGE ? 1 : 0;
  return controlled;
}

/** Steps between two levels (or rests) of two rows each; a sweep or a noisy current shows nothing. */
function voltageSteps({ current_A, voltage_V }: CyclingTrace, controlled: Uint8Array | null): SignEvidence {
  const size_A = quantileOf(sizesOf(current_A), 0.95);
  const votes = { agree: 0, disagree: 0 };
  for (let i = 2; i < current_A.length - 1 && size_A > 0; i += 1) {
    const jump_A = (current_A[i] ?? NaN) - (current_A[i - 1] ?? NaN);
    if (!(Math.abs(jump_A) > LARGE_JUMP * size_A) || setsVoltage(controlled, i)) continue;
    const unevenness_A = Math.max(change(current_A, i - 1), change(current_A, i + 1));
    const step_V = (voltage_V[i] ?? NaN) - (voltage_V[i - 1] ?? NaN);
    if (unevenness_A <= LEVEL * size_A) vote(votes, jump_A * step_V);
  }
  return { clue: checkWords.signClues.jumps, ...votes };
}

/** Of all values, or of enough of them, evenly spread, for a quantile. */
function sizesOf(values: Float64Array): Float64Array {
  const sizes = new Float64Array(Math.min(values.length, MOST_SIZES));
  const stride = values.length / Math.max(1, sizes.length);
  for (let i = 0; i < sizes.length; i += 1) sizes[i] = Math.abs(values[Math.floor(i * stride)] ?? NaN);
  return sizes;
}

/** Whether the voltage was set on one side of the step to this row. */
function setsVoltage(controlled: Uint8Array | null, row: number): boolean {
  return controlled?.subarray(row - 1, row + 1).includes(1) === true;
}

/** Size of the change from the row before. */
function change(values: Float64Array, row: number): number {
  return Math.abs((values[row] ?? NaN) - (values[row - 1] ?? NaN));
}

function voltageSlopes({ trace, halfCycles }: CheckedRun, controlled: Uint8Array | null): SignEvidence {
  const votes = { agree: 0, disagree: 0 };
  const lowest_V = quantileOf(trace.voltage_V, 0);
  if (lowest_V > FULL_CELL_ABOVE_V) {
    for (const { direction, firstRow, endRow } of halfCycles) {
      if (controlled?.[firstRow] === 1) continue;
      const rise_V = (trace.voltage_V[endRow - 1] ?? NaN) - (trace.voltage_V[firstRow] ?? NaN);
      vote(votes, direction === 'positive' ? rise_V : -rise_V);
    }
  }
  return { clue: checkWords.signClues.slope, ...votes };
}

/** Rows at which the current turns are left out, because counters start again there. */
function countersRun(dataset: Dataset, { current_A }: CyclingTrace): SignEvidence {
  const votes = { agree: 0, disagree: 0 };
  for (const [name, sign] of Object.entries(COUNTERS)) {
    const column = findColumn(dataset, name);
    if (!column || column.derivedBy !== undefined) continue;
    const { agree, disagree } = countWithCurrent(
      numbersOf(column.values),
      current_A,
      name.endsWith('Capacity_Ah'),
    );
    votes.agree += sign > 0 ? agree : disagree;
    votes.disagree += sign > 0 ? disagree : agree;
  }
  return { clue: checkWords.signClues.counters, ...votes };
}

/** Rows at which a counter grows with the current; an unsigned one only grows: where it falls it has started again. */
function countWithCurrent(counter: Float64Array, current_A: Float64Array, unsigned: boolean) {
  let [agree, disagree] = [0, 0];
  let [before_A, before] = [current_A[0] ?? NaN, counter[0] ?? NaN];
  for (let i = 1; i < current_A.length; i += 1) {
    const now_A = current_A[i] ?? NaN;
    const now = counter[i] ?? NaN;
    const product = now_A * before_A > 0 && (!unsigned || now > before) ? (now - before) * now_A : 0;
    if (product > 0) agree += 1;
    else if (product < 0) disagree += 1;
    before_A = now_A;
    before = now;
  }
  return { agree, disagree };
}

function vote(votes: { agree: number; disagree: number }, product: number): void {
  if (product > 0) votes.agree += 1;
  else if (product < 0) votes.disagree += 1;
}
