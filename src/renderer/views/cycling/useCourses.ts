/** The runs with the fitted course of their polarisation, computed off the interface's thread. */
import { useMemo } from 'react';
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import type { OneWayRun } from '#core/cycling/oneWayRun.ts';
import type { RunTrendOutcome } from '#core/cycling/trend/runTrend.ts';
import { useServices, type Services } from '../../app/services.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';
import { useLoaded, type Loaded, type Loader } from '../../app/useLoaded.ts';
import { oneWayOf } from './oneWayOf.ts';

export interface RunWithCourse extends CyclingRunView {
  /** Undefined = not asked for, or still being fitted. */
  readonly course: Loaded<RunTrendOutcome> | undefined;
}

type Summarised = Extract<CyclingOutcome, { ok: true }>;

interface Summary {
  readonly id: string;
  readonly halfCycles: Summarised['summary']['halfCycles'];
  readonly oneWay: OneWayRun | null;
}

/** Half cycles change with the current that the user sets for a file without one, segments with the kind of the cell. */
export function courseKey({ id, halfCycles, oneWay }: Summary): string {
  return [id, halfCycles.length, halfCycles[0]?.current_mA, oneWay?.segments.length].join(' ');
}

function courseLoader({ jobs }: Services): Loader<Summary, RunTrendOutcome> {
  return {
    keyOf: courseKey,
    load: ({ halfCycles, oneWay }, signal) => jobs.run('runTrend', { halfCycles, oneWay }, { signal }),
  };
}

function summaryOf(run: CyclingRunView): Summary | null {
  const { dataset, outcome } = run;
  if (!outcome?.ok || !outcome.value.ok) return null;
  return { id: dataset.id, halfCycles: outcome.value.summary.halfCycles, oneWay: oneWayOf(run) };
}

export function useCourses(runs: readonly CyclingRunView[], isWanted: boolean): readonly RunWithCourse[] {
  const services = useServices();
  const loader = useMemo(() => courseLoader(services), [services]);
  const summaries = useMemo(
    () => new Map(isWanted ? runs.flatMap((run) => [[run, summaryOf(run)] as const]) : []),
    [runs, isWanted],
  );
  const summarised = useMemo(() => [...summaries.values()].flatMap((summary) => summary ?? []), [summaries]);
  const loaded = useLoaded(summarised, loader);
  return useMemo(
    () =>
      runs.map((run) => {
        const summary = summaries.get(run);
        return { ...run, course: summary ? loaded.get(loader.keyOf(summary)) : undefined };
      }),
    [runs, summaries, loaded, loader],
  );
}
