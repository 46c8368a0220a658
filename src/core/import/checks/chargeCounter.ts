/**
 * The vendor's capacity counters against ∫I dt. Counters start again at vendor-specific places (at a step, a half
 * cycle, a cycle, or never), so they are compared between two resets only: inside one step and one direction of
 * the current, and from wherever a counter falls back to zero. A segment may differ by 1 % plus the charge of one sampling interval plus one digit of
 * the counter.
 */
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import { stepStarts, type ChargeIntegral } from '#core/cycling/integrateCharge.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { notApplicable, type Check, type CheckSubject, type Finding } from '#core/import/checks/check.ts';
import { quantileOf } from '#core/numeric/quantile.ts';
import { checkWords, type CounterDifference } from '#core/text/checkWords.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';

/** What each counter counts. */
const COUNTERS = {
  charge_Ah: (passed: number) => passed,
  halfCycleCharge_Ah: (passed: number) => passed,
  chargeSegment_Ah: (passed: number) => passed,
  capacity_Ah: (passed: number) => Math.abs(passed),
  chargeCapacity_Ah: (passed: number) => Math.max(0, passed),
  dischargeCapacity_Ah: (passed: number) => Math.max(0, -passed),
} as const;

const TOLERANCE = 0.01;
/** Segments with less than this share of the largest one's charge are rounding, not capacity. */
const NEGLIGIBLE = 1e-3;

export const chargeCounter: Check = { id: 'charge-counter', run: checkCounters };

function checkCounters({ dataset, run }: CheckSubject): Finding {
  if (!run) return notApplicable(checkWords.noRun());
  const counters = vendorCounters(dataset);
  if (counters.length === 0) return notApplicable(checkWords.noCounter());
  const starts = stepStarts(run.trace);
  const results = counters
    .map(([column, counts]) => compare(column, run, starts, counts))
    .filter((result) => result.segments > 0);
  if (results.length === 0) return notApplicable(checkWords.noCharge());
  return {
    status: results.some((result) => result.failed.length > 0) ? 'failed' : 'passed',
    detail: [...results.map(describe), cyclingWords.quadrature(run.integral.rule)].join(' '),
    warnings: results.flatMap(({ column, failed, largest_percent }) =>
      failed.length > 0
        ? [
            {
              code: 'capacity-differs',
              column,
              largest_percent: rounded(largest_percent),
              segments: failed.length,
            },
          ]
        : [],
    ),
  };
}

/** Counters of the file itself; one computed by this program would only be compared with its own source. */
function vendorCounters(dataset: Dataset): (readonly [Column, (passed: number) => number])[] {
  return Object.entries(COUNTERS).flatMap(([name, counts]) => {
    const column = findColumn(dataset, name);
    return column && column.derivedBy === undefined ? [[column, counts] as const] : [];
  });
}

interface Comparison {
  readonly column: string;
  readonly segments: number;
  readonly failed: readonly CounterDifference[];
  readonly largest_percent: number;
}

function describe({ column, segments, failed, largest_percent }: Comparison): string {
  const worst = failed.reduce<CounterDifference | undefined>(
    (most, one) => (most && percentOf(most) >= percentOf(one) ? most : one),
    undefined,
  );
  return worst
    ? checkWords.counterDiffers(column, failed.length, segments, worst)
    : checkWords.counterAgrees(column, segments, largest_percent);
}

interface Segment extends CounterDifference {
  readonly allowed_Ah: number;
}

function compare(
  column: Column,
  run: { readonly trace: CyclingTrace; readonly integral: ChargeIntegral },
  starts: readonly number[],
  counts: (passed: number) => number,
): Comparison {
  const segments = segmentsOf(column.values, run, starts, counts);
  const largest_Ah = segments.reduce((most, segment) => Math.max(most, sizeOf(segment)), 0);
  const relevant = segments.filter((segment) => sizeOf(segment) > NEGLIGIBLE * largest_Ah);
  const failed = relevant.filter(
    (s) => Math.abs(s.counter_Ah - s.integral_Ah) > s.allowed_Ah + TOLERANCE * sizeOf(s),
  );
  const judged = failed.length > 0 ? failed : relevant.filter((s) => sizeOf(s) > s.allowed_Ah / TOLERANCE);
  const largest_percent = judged.reduce((most, segment) => Math.max(most, percentOf(segment)), 0);
  return { column: column.name, segments: relevant.length, failed, largest_percent };
}

function segmentsOf(
  counter: Float64Array,
  { trace, integral }: { readonly trace: CyclingTrace; readonly integral: ChargeIntegral },
  starts: readonly number[],
  counts: (passed: number) => number,
): Segment[] {
  const digit_Ah = smallestStep(counter);
  const usual_Ah = usualInterval(integral.charge_Ah);
  const segments: Segment[] = [];
  let [nextStart, first, integral_Ah, interval_Ah, direction] = [1, 0, 0, 0, 0];
  const close = (end: number) => {
    const counter_Ah = (counter[end - 1] ?? NaN) - (counter[first] ?? NaN);
    const place = { row: first + 1, time_s: trace.time_s[first] ?? NaN };
    if (!Number.isNaN(counter_Ah))
      segments.push({ ...place, counter_Ah, integral_Ah, allowed_Ah: interval_Ah + digit_Ah });
  };
  for (let i = 1; i < counter.length; i += 1) {
    const net_Ah = (integral.charge_Ah[i] ?? NaN) - (integral.charge_Ah[i - 1] ?? NaN);
    const passed_Ah = counts(net_Ah);
    const turned = net_Ah * direction < 0;
    if (net_Ah !== 0) direction = net_Ah;
    const newStep = starts[nextStart] === i;
    if (newStep) nextStart += 1;
    if (newStep || turned || isReset(counter, i, Math.max(usual_Ah, interval_Ah))) {
      close(i);
      [first, integral_Ah, interval_Ah] = [i, 0, 0];
      continue;
    }
    integral_Ah += passed_Ah;
    interval_Ah = Math.max(interval_Ah, Math.abs(passed_Ah));
  }
  close(counter.length);
  return segments;
}

/** The charge that 95 % of all sampling intervals stay below. */
function usualInterval(charge_Ah: Float64Array): number {
  return quantileOf(
    charge_Ah.map((charge, i) => Math.abs(charge - (charge_Ah[i - 1] ?? charge))),
    0.95,
  );
}

/** The counter's size falls to within two sampling intervals of zero. */
function isReset(counter: Float64Array, row: number, interval_Ah: number): boolean {
  const before = Math.abs(counter[row - 1] ?? NaN);
  const now = Math.abs(counter[row] ?? NaN);
  return now <= 2 * interval_Ah && before - now > 2 * interval_Ah;
}

/** The smallest change of a counter between rows: no finer than its last printed digit where it is coarse. */
function smallestStep(counter: Float64Array): number {
  let smallest = Infinity;
  for (let i = 1; i < counter.length; i += 1) {
    const step = Math.abs((counter[i] ?? NaN) - (counter[i - 1] ?? NaN));
    if (step > 0 && step < smallest) smallest = step;
  }
  return Number.isFinite(smallest) ? smallest : 0;
}

function sizeOf({ counter_Ah, integral_Ah }: CounterDifference): number {
  return Math.max(Math.abs(counter_Ah), Math.abs(integral_Ah));
}

function percentOf(difference: CounterDifference): number {
  return (100 * Math.abs(difference.counter_Ah - difference.integral_Ah)) / sizeOf(difference);
}

function rounded(percent: number): number {
  return Number(percent.toPrecision(3));
}
