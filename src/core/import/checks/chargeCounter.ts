/**
 * The vendor's capacity counters against ∫I dt, stretch by stretch (see counterSegments.ts). A stretch may differ by
 * 1 % plus what the sampling leaves open: the charge of one interval, one digit of the counter, and, where the current
 * is a series of instants, the charge by which it moved between them.
 */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import { stepStarts } from '#core/cycling/integrateCharge.ts';
import {
  notApplicable,
  type Check,
  type CheckedRun,
  type CheckSubject,
  type Finding,
} from '#core/import/checks/check.ts';
import { counterSegments, type CountedPart, type CounterRule } from '#core/import/checks/counterSegments.ts';
import { checkWords, type CounterDifference } from '#core/text/checkWords.ts';
import { cyclingWords } from '#core/text/cyclingWords.ts';

interface Counter {
  readonly counts: CountedPart;
  readonly unsigned?: boolean;
  /** Counts since the start of the vendor's half cycle, where the file has that number. */
  readonly ofHalfCycle?: boolean;
}

const net: CountedPart = { positive: 1, negative: 1 };
const COUNTERS: Readonly<Record<string, Counter>> = {
  charge_Ah: { counts: net },
  chargeSegment_Ah: { counts: net },
  halfCycleCharge_Ah: { counts: net, ofHalfCycle: true },
  capacity_Ah: { counts: { positive: 1, negative: -1 }, unsigned: true, ofHalfCycle: true },
  chargeCapacity_Ah: { counts: { positive: 1, negative: 0 }, ofHalfCycle: true },
  dischargeCapacity_Ah: { counts: { positive: 0, negative: -1 }, ofHalfCycle: true },
};
/** EC-Lab prints the size and the two parts of this counter beside it: the same number said again. */
const WHOLE = 'halfCycleCharge_Ah';
const RESTATED = ['capacity_Ah', 'chargeCapacity_Ah', 'dischargeCapacity_Ah'];

const TOLERANCE = 0.01;
/** Segments with less than this share of the largest one's charge are rounding, not capacity. */
const NEGLIGIBLE = 1e-3;

export const chargeCounter: Check = { id: 'charge-counter', run: checkCounters };

function checkCounters({ dataset, run }: CheckSubject): Finding {
  if (!run) return notApplicable(checkWords.noRun());
  const counters = vendorCounters(dataset);
  if (counters.length === 0) return notApplicable(checkWords.noCounter());
  const steps = cutsAt(dataset.rows, stepStarts(run.trace));
  const halfCycle = findColumn(dataset, 'halfCycle')?.values ?? null;
  const results = counters
    .map(([column, { counts, unsigned = false, ofHalfCycle = false }]) =>
      compare(column, run, { counts, unsigned, steps, restarts: ofHalfCycle ? halfCycle : null }),
    )
    .filter((result) => result.segments > 0);
  if (results.length === 0) return notApplicable(checkWords.noCharge());
  return {
    status: results.some((result) => result.failed.length > 0) ? 'failed' : 'passed',
    detail: [...results.map(describe), cyclingWords.quadrature(run.charge.rule)].join(' '),
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
function vendorCounters(dataset: Dataset): (readonly [Column, Counter])[] {
  const recorded = Object.entries(COUNTERS).flatMap(([name, counter]) => {
    const column = findColumn(dataset, name);
    return column && column.derivedBy === undefined ? [[column, counter] as const] : [];
  });
  const hasWhole = recorded.some(([{ name }]) => name === WHOLE);
  return recorded.filter(([{ name }]) => !(hasWhole && RESTATED.includes(name)));
}

function cutsAt(rows: number, starts: readonly number[]): Uint8Array {
  const cuts = new Uint8Array(rows);
  for (const start of starts) cuts[start] = 1;
  return cuts;
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

function compare(column: Column, run: CheckedRun, rule: CounterRule): Comparison {
  const segments = counterSegments(numbersOf(column.values), run, rule);
  const largest_Ah = segments.reduce((most, segment) => Math.max(most, sizeOf(segment)), 0);
  const relevant = segments.filter((segment) => sizeOf(segment) > NEGLIGIBLE * largest_Ah);
  const failed = relevant.filter(
    (s) => Math.abs(s.counter_Ah - s.integral_Ah) > s.allowed_Ah + TOLERANCE * sizeOf(s),
  );
  const judged = failed.length > 0 ? failed : relevant.filter((s) => sizeOf(s) > s.allowed_Ah / TOLERANCE);
  const largest_percent = judged.reduce((most, segment) => Math.max(most, percentOf(segment)), 0);
  return { column: column.name, segments: relevant.length, failed, largest_percent };
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
