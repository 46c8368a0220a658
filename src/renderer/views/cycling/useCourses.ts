/** The runs with the fitted course of their polarisation, computed off the interface's thread. */
import { useMemo } from 'react';
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import type { HalfCycleTrendOutcome } from '#core/cycling/trend/halfCycleTrend.ts';
import { useServices, type Services } from '../../app/services.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import { useLoaded, type Loaded, type Loader } from '../../app/useLoaded.ts';

export interface RunWithCourse extends CyclingRunView {
  /** Undefined = not asked for, or still being fitted. */
  readonly course: Loaded<HalfCycleTrendOutcome> | undefined;
}

type Summarised = Extract<CyclingOutcome, { ok: true }>;

interface Summary {
  readonly id: string;
  readonly halfCycles: Summarised['summary']['halfCycles'];
}

/** Half cycles change with the current that the user sets for a file without one. */
export function courseKey({ id, halfCycles }: Summary): string {
  return [id, halfCycles.length, halfCycles[0]?.current_mA].join(' ');
}

function courseLoader({ jobs }: Services): Loader<Summary, HalfCycleTrendOutcome> {
  return {
    keyOf: courseKey,
    load: ({ halfCycles }, signal) => jobs.run('halfCycleTrend', { halfCycles }, { signal }),
  };
}

function summaryOf({ dataset, outcome }: CyclingRunView): Summary | null {
  if (!outcome?.ok || !outcome.value.ok) return null;
  return { id: dataset.id, halfCycles: outcome.value.summary.halfCycles };
}

export function useCourses(runs: readonly CyclingRunView[], isWanted: boolean): readonly RunWithCourse[] {
  const services = useServices();
  const loader = useMemo(() => courseLoader(services), [services]);
  const summaries = useMemo(
    () => (isWanted ? runs.flatMap((run) => summaryOf(run) ?? []) : []),
    [runs, isWanted],
  );
  const loaded = useLoaded(summaries, loader);
  return useMemo(
    () =>
      runs.map((run) => {
        const summary = summaryOf(run);
        return { ...run, course: summary ? loaded.get(loader.keyOf(summary)) : undefined };
      }),
    [runs, loaded, loader],
  );
}
