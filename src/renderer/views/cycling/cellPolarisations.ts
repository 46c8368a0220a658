/** The polarisation of every half cycle or segment of the shown runs, with its fitted course and what happened. */
import { hasPolarisation } from '#core/cycling/hasPolarisation.ts';
import { polarisationCurve } from '#core/cycling/trend/trendCurve.ts';
import type { RunTrendOutcome } from '#core/cycling/trend/runTrend.ts';
import { polarisationPoints } from '#figures/polarisationPoints.ts';
import type { CellPolarisation } from '#figures/polarisationTraces.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { oneWayOf } from './oneWayOf.ts';
import type { RunWithCourse } from './useCourses.ts';

type FittedTrend = Extract<RunTrendOutcome, { ok: true }>;

function rangeOf(trend: FittedTrend) {
  return 'counted' in trend
    ? { from: trend.firstSegment, to: trend.lastSegment }
    : { from: trend.firstHalfCycle, to: trend.lastHalfCycle };
}

function courseOf(trend: RunTrendOutcome): NonNullable<CellPolarisation['course']> | null {
  if (!trend.ok) return null;
  const range = rangeOf(trend);
  const { count, values } = polarisationCurve(trend.chosen, range);
  const { band } = trend;
  return {
    halfCycle: count,
    polarisation_mV: values,
    band: band && {
      halfCycle: Float64Array.from(band.count),
      lower95_mV: Float64Array.from(band.lower95),
      upper95_mV: Float64Array.from(band.upper95),
    },
  };
}

function leftOutOf(trend: RunTrendOutcome): ReadonlySet<number> {
  if (!trend.ok) return new Set();
  return 'counted' in trend
    ? new Set(trend.leftOut.map(({ segment }) => segment))
    : new Set(trend.leftOut.map(({ halfCycle }) => halfCycle));
}

/** Whether the half cycles of a run stand between unlike electrodes; not so before they are known. */
export function isWithoutPolarisation({ cell, outcome }: RunWithCourse): boolean {
  if (!outcome?.ok || !outcome.value.ok) return false;
  const { halfCycles } = outcome.value.summary;
  return halfCycles.length > 0 && !hasPolarisation(cell?.kind ?? null, halfCycles);
}

/**
 * Runs without half cycles have none, nor have those between unlike electrodes; until its course is fitted a run is drawn
 * without.
 */
export function cellPolarisations(
  contents: StudyContents,
  runs: readonly RunWithCourse[],
): readonly CellPolarisation[] {
  return runs.flatMap((run) => {
    const { outcome, course } = run;
    if (!outcome?.ok || !outcome.value.ok || outcome.value.summary.halfCycles.length === 0) return [];
    if (isWithoutPolarisation(run)) return [];
    const fitted = course?.ok ? course.value : null;
    return [
      {
        ...cellIdentity(contents, run),
        ...polarisationPoints(outcome.value.summary, oneWayOf(run)),
        course: fitted && courseOf(fitted),
        leftOut: fitted ? leftOutOf(fitted) : new Set<number>(),
      },
    ];
  });
}
