/** The runs with what a full cell's cycles show, computed off the interface's thread. */
import { useMemo } from 'react';
import type { FullCellSummary } from '#core/cycling/fullCell/summariseFullCell.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useLoaded, type Loaded, type Loader } from '../../app/useLoaded.ts';
import type { RunWithCourse } from './useCourses.ts';

export interface AnalysedRun extends RunWithCourse {
  /** Null = the run of a symmetric cell; undefined = not asked for, or still being computed. */
  readonly fullCell: Loaded<FullCellSummary | null> | undefined;
}

/** Most of a symmetric cell's runs need not be sent to be told what they are; the rest is decided there. */
function isMostlyOneSigned(halfCycles: readonly { readonly middleVoltage_mV: number | null }[]): boolean {
  const positive = halfCycles.filter(({ middleVoltage_mV }) => (middleVoltage_mV ?? 0) > 0).length;
  return Math.max(positive, halfCycles.length - positive) > 0.75 * halfCycles.length;
}

function fullCellLoader(
  { jobs }: Services,
  referenceCycle: number | null,
): Loader<RunWithCourse, FullCellSummary | null> {
  return {
    keyOf: ({ dataset, cell }) =>
      [dataset.id, cell?.area_cm2, cell?.activeMass_mg, cell?.setCurrent_mA, referenceCycle].join(' '),
    load: ({ outcome }, signal) => {
      if (!outcome?.ok || !outcome.value.ok) return Promise.resolve(null);
      const { run, summary } = outcome.value;
      if (!isMostlyOneSigned(summary.halfCycles)) return Promise.resolve(null);
      const { area_cm2, mass_mg } = summary;
      const request = { run, normalisation: { area_cm2, mass_mg }, options: { referenceCycle } };
      return jobs.run('summariseFullCell', request, { signal });
    },
  };
}

export function useFullCells(
  runs: readonly RunWithCourse[],
  { isWanted, referenceCycle }: { readonly isWanted: boolean; readonly referenceCycle: number | null },
): readonly AnalysedRun[] {
  const services = useServices();
  const loader = useMemo(() => fullCellLoader(services, referenceCycle), [services, referenceCycle]);
  const summarised = useMemo(
    () => (isWanted ? runs.filter(({ outcome }) => outcome?.ok && outcome.value.ok) : []),
    [runs, isWanted],
  );
  const loaded = useLoaded(summarised, loader);
  return useMemo(
    () => runs.map((run) => ({ ...run, fullCell: loaded.get(loader.keyOf(run)) })),
    [runs, loaded, loader],
  );
}
