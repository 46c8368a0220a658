/** Finds the half cycles of a stored run, off the interface's thread. */
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { describeProblem } from '#core/describeProblem.ts';
import type { Services } from '../../app/services.ts';
import { ANALYSED_COLUMNS } from '../../app/useCyclingRuns.ts';
import type { Loader } from '../../app/useLoaded.ts';
import type { ProfileRun } from './profileCells.ts';

export function halfCycleLoader({ store, jobs }: Services): Loader<ProfileRun, readonly HalfCycle[]> {
  return {
    keyOf: ({ cell, dataset }) => `${dataset.id} ${cell.setCurrent_mA ?? ''}`,
    load: async ({ cell, dataset }, signal) => {
      const { kind, label, rows, metadata, breaks = [] } = dataset;
      const columns = await store.columns(dataset.id, ANALYSED_COLUMNS);
      const current_mA = cell.setCurrent_mA ?? null;
      const options = {
        area_cm2: cell.area_cm2,
        mass_mg: cell.activeMass_mg,
        setCurrent_A: current_mA === null ? null : current_mA / 1000,
      };
      const request = { dataset: { kind, label, rows, metadata, columns, breaks }, options };
      const outcome = await jobs.run('summariseCycling', request, { signal });
      if (!outcome.ok) throw new Error(describeProblem(outcome.problem).message);
      return outcome.run.halfCycles;
    },
  };
}
