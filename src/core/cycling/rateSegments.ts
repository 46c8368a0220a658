import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { RunRows } from '#core/cycling/runRows.ts';
import { firstNotBelow, sortedCursor } from '#core/numeric/sortedCursor.ts';

/** A part of a half cycle run at one set current without a break. */
export interface RateSegment {
  readonly firstRow: number;
  /** The current at its start, signed. */
  readonly current_A: number;
}

const RATE_STEP = 0.1;
const FLAT = 0.02;
const LEVEL_ROWS = 3;

/**
 * The segments of rows [firstRow, endRow): a new one where the instrument paused (a loop, a joined file) and at each rate
 * step, where the set current changes by more than 10 %. A file that lacks the
 * set current shows one where the measured current jumps by more than 10 % between two levels that are flat within
 * 2 % over three rows each, so that the decay of a constant-voltage step is none.
 */
export function rateSegments(
  trace: CyclingTrace,
  rows: { readonly firstRow: number; readonly endRow: number },
  { restThreshold_A, fast }: { readonly restThreshold_A: number; readonly fast: RunRows | null },
): RateSegment[] {
  // Most half cycles have none: then no row is asked.
  const hasBreaks = (trace.breaks[firstNotBelow(trace.breaks, rows.firstRow)] ?? Infinity) < rows.endRow;
  if (!hasBreaks && isOneRate(trace, rows, fast))
    return [{ firstRow: rows.firstRow, current_A: trace.current_A[rows.firstRow] ?? NaN }];
  return segmentsRowByRow(trace, rows, { restThreshold_A, hasBreaks });
}

function segmentsRowByRow(
  trace: CyclingTrace,
  rows: { readonly firstRow: number; readonly endRow: number },
  { restThreshold_A, hasBreaks }: { readonly restThreshold_A: number; readonly hasBreaks: boolean },
): RateSegment[] {
  const { current_A, levelRows } = levelsOf(trace, rows);
  const isBreak = sortedCursor(trace.breaks, rows.firstRow);
  const segments: RateSegment[] = [{ firstRow: rows.firstRow, current_A: current_A[rows.firstRow] ?? NaN }];
  let before = rows.firstRow;
  let last_A = current_A[before] ?? NaN;
  for (let i = rows.firstRow + 1; i < rows.endRow; i += 1) {
    const now_A = current_A[i] ?? NaN;
    if (!(Math.abs(now_A) >= restThreshold_A)) continue;
    const jumped = Math.abs(now_A - last_A) > RATE_STEP * Math.abs(last_A);
    if ((hasBreaks && isBreak(i)) || (jumped && isRateStep(current_A, before, i, levelRows)))
      segments.push({ firstRow: i, current_A: now_A });
    before = i;
    last_A = now_A;
  }
  return segments;
}

/** Surely so: sizes that differ by less than a rate step hold none. */
function isOneRate(
  { controlCurrent_A }: CyclingTrace,
  { firstRow, endRow }: { readonly firstRow: number; readonly endRow: number },
  fast: RunRows | null,
): boolean {
  return controlCurrent_A === null && fast !== null && fast.isSteady([firstRow, endRow], RATE_STEP);
}

/** The set current where the file has it throughout, whose one row is a level; otherwise what was measured. */
function levelsOf(
  { controlCurrent_A, current_A }: CyclingTrace,
  rows: { readonly firstRow: number; readonly endRow: number },
) {
  if (controlCurrent_A === null || !isRecorded(controlCurrent_A, rows))
    return { current_A, levelRows: LEVEL_ROWS };
  return { current_A: controlCurrent_A, levelRows: 1 };
}

function isRateStep(current_A: Float64Array, before: number, row: number, levelRows: number): boolean {
  return isLevel(current_A, row, levelRows) && isLevel(current_A, before - levelRows + 1, levelRows);
}

/** A set current of 0 or blank (a voltage-controlled step) tells nothing about the rate. */
function isRecorded(
  set: Float64Array,
  rows: { readonly firstRow: number; readonly endRow: number },
): boolean {
  for (let i = rows.firstRow; i < rows.endRow; i += 1) if (!(Math.abs(set[i] ?? NaN) > 0)) return false;
  return true;
}

function isLevel(current_A: Float64Array, from: number, count: number): boolean {
  const reference = current_A[from] ?? NaN;
  for (let i = from; i < from + count; i += 1) {
    if (!(Math.abs((current_A[i] ?? NaN) - reference) <= FLAT * Math.abs(reference))) return false;
  }
  return true;
}
