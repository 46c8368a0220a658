/**
 * Does time run forwards? Equal times are normal (a step's last row and the next one's first); what runs backwards
 * is a reset when it falls back to the first time of the run and an overlap otherwise. An interval is a gap when it
 * is more than ten times as long as 95 % of all intervals.
 */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn } from '#core/dataset.ts';
import { notApplicable, type Check, type CheckSubject, type Finding } from '#core/import/checks/check.ts';
import type { Warning } from '#core/problem.ts';
import { isMisstamped } from '#core/cycling/misstamped.ts';
import { quantileOf } from '#core/numeric/quantile.ts';
import { checkWords, type Place } from '#core/text/checkWords.ts';

const GAP_FACTOR = 10;
const QUOTED = 3;
const MOST_INTERVALS = 65_536;

export interface TimeFaults {
  readonly gaps: readonly Place[];
  readonly resets: readonly Place[];
  readonly overlaps: readonly Place[];
}

export const timeMonotonic: Check = { id: 'time-monotonic', run: checkTime };

function checkTime({ dataset }: CheckSubject): Finding {
  const time = findColumn(dataset, 'time_s');
  if (!time) return notApplicable(checkWords.noColumn('time_s'));
  if (time.values.length < 2) return notApplicable(checkWords.fewRows());
  const faults = findTimeFaults(numbersOf(time.values));
  const ordered = faults.resets.length + faults.overlaps.length === 0;
  return {
    status: ordered ? 'passed' : 'failed',
    detail: checkWords.time(faults, time.values.length),
    warnings: warningsOf(faults),
  };
}

/** Every gap, reset and overlap of a time column in s, with its 1-based row and its size in s. */
export function findTimeFaults(time_s: Float64Array): TimeFaults {
  const gaps: Place[] = [];
  const resets: Place[] = [];
  const overlaps: Place[] = [];
  const longest = GAP_FACTOR * quantileOf(positiveIntervals(time_s), 0.95);
  const first = time_s[0] ?? 0;
  let before = first;
  for (let i = 1; i < time_s.length; i += 1) {
    const now = time_s[i] ?? NaN;
    const size_s = now - before;
    if (size_s < 0) {
      const fault = { row: i + 1, time_s: now, size_s: -size_s };
      (now - first <= 0.01 * (before - first) ? resets : overlaps).push(fault);
      // One wrong stamp: the row after it goes on from the row before it, over no gap.
      if (isMisstamped(time_s, i)) continue;
    } else if (size_s > longest) gaps.push({ row: i + 1, time_s: before, size_s });
    if (!Number.isNaN(now)) before = now;
  }
  return { gaps, resets, overlaps };
}

/** All of them, or enough, evenly spread, for a quantile. */
function positiveIntervals(time_s: Float64Array): Float64Array {
  const count = Math.max(0, time_s.length - 1);
  const intervals = new Float64Array(Math.min(count, MOST_INTERVALS));
  const stride = count / Math.max(1, intervals.length);
  let n = 0;
  for (let k = 0; k < intervals.length; k += 1) {
    const i = 1 + Math.floor(k * stride);
    const interval = (time_s[i] ?? NaN) - (time_s[i - 1] ?? NaN);
    if (interval > 0) intervals[n++] = interval;
  }
  return intervals.subarray(0, n);
}

function warningsOf({ gaps, resets, overlaps }: TimeFaults): Warning[] {
  const warnings: Warning[] = [];
  const longest_s = (places: readonly Place[]) =>
    places.reduce((most, place) => Math.max(most, place.size_s), 0);
  const examples = (places: readonly Place[]) => checkWords.places(places.slice(0, QUOTED));
  const { length: gapCount } = gaps;
  if (gapCount > 0)
    warnings.push({
      code: 'time-gap',
      count: gapCount,
      longest_s: longest_s(gaps),
      examples: examples(gaps),
    });
  if (resets.length > 0)
    warnings.push({ code: 'time-reset', count: resets.length, examples: examples(resets) });
  if (overlaps.length > 0) {
    const longest = longest_s(overlaps);
    warnings.push({
      code: 'time-overlap',
      count: overlaps.length,
      longest_s: longest,
      examples: examples(overlaps),
    });
  }
  return warnings;
}
