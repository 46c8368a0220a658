/** The polarisation of every half cycle of the shown runs, with its fitted course and what happened, for the figure. */
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import { polarisationCurve } from '#core/cycling/trend/trendCurve.ts';
import type { HalfCycleTrendOutcome } from '#core/cycling/trend/halfCycleTrend.ts';
import type { CellPolarisation } from '#figures/polarisationTraces.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import type { RunWithCourse } from './useCourses.ts';

type Summary = Extract<CyclingOutcome, { ok: true }>['summary'];

function courseOf(trend: HalfCycleTrendOutcome): NonNullable<CellPolarisation['course']> | null {
  if (!trend.ok) return null;
  const range = { from: trend.firstHalfCycle, to: trend.lastHalfCycle };
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

function leftOutOf(trend: HalfCycleTrendOutcome): ReadonlySet<number> {
  return new Set(trend.ok ? trend.leftOut.map(({ halfCycle }) => halfCycle) : []);
}

function measuredOf({ halfCycles, events }: Summary) {
  return {
    halfCycle: Float64Array.from(halfCycles, ({ index }) => index),
    polarisation_mV: Float64Array.from(halfCycles, ({ polarisation_mV }) => polarisation_mV),
    events,
  };
}

/** Runs without half cycles have none; until its course is fitted a run is drawn without. */
export function cellPolarisations(
  contents: StudyContents,
  runs: readonly RunWithCourse[],
): readonly CellPolarisation[] {
  return runs.flatMap((run) => {
    const { outcome, course } = run;
    if (!outcome?.ok || !outcome.value.ok || outcome.value.summary.halfCycles.length === 0) return [];
    const fitted = course?.ok ? course.value : null;
    return [
      {
        ...cellIdentity(contents, run),
        ...measuredOf(outcome.value.summary),
        course: fitted && courseOf(fitted),
        leftOut: fitted ? leftOutOf(fitted) : new Set<number>(),
      },
    ];
  });
}
