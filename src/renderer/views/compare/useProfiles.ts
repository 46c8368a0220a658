/** The cells that stand side by side, and their voltages, read while they are wanted. */
import { useCallback, useMemo, useState } from 'react';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import { cellVoltage } from '../../app/cellVoltage.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { voltageTraceLoader } from '../../app/voltageTraceLoader.ts';
import type { ComparedCell } from './evidenceRecord.ts';
import { halfCycleLoader } from './halfCycleLoader.ts';
import { profileGroups, type ProfileChoice } from './profileCells.ts';
import type { ShownProfiles } from './profilesFigure.ts';
import { profileVoltages, type ReadRun } from './profileVoltages.ts';

export interface Profiles extends ShownProfiles {
  readonly choice: ProfileChoice;
  readonly choose: (groupId: string, chosen: string) => void;
  readonly isLoading: boolean;
}

export interface ProfileInputs {
  readonly cells: readonly ComparedCell[];
  readonly groups: readonly Group[];
  readonly metric: MetricComparison | null;
  readonly isWanted: boolean;
  /** Null = whole runs. */
  readonly halfCycle: number | null;
}

const NO_CHOICE: ProfileChoice = new Map();
const NO_RUNS = [] as const;

export function useProfiles({ cells, groups, metric, isWanted, halfCycle }: ProfileInputs): Profiles {
  const services = useServices();
  const { contents } = useSession();
  const [choice, setChoice] = useState(NO_CHOICE);
  const choose = useCallback((groupId: string, chosen: string) => {
    setChoice((known) => new Map(known).set(groupId, chosen));
  }, []);
  const shown = useMemo(
    () => profileGroups({ cells, groups, metric, choice }),
    [cells, groups, metric, choice],
  );
  const loader = useMemo(() => voltageTraceLoader(services), [services]);
  const runs = useMemo(() => (isWanted ? shown.flatMap((each) => each.runs) : []), [shown, isWanted]);
  const loaded = useLoaded(runs, loader);
  const halves = useMemo(() => halfCycleLoader(services), [services]);
  const loadedHalves = useLoaded(halfCycle === null ? NO_RUNS : runs, halves);
  return useMemo(() => {
    const traced = runs.map((run) => ({
      ...run,
      trace: loaded.get(loader.keyOf(run)),
      halfCycles: loadedHalves.get(halves.keyOf(run)),
    }));
    const read = traced.flatMap((run): ReadRun[] => {
      const voltage = cellVoltage(contents, run);
      return voltage ? [{ voltage, halfCycles: run.halfCycles }] : [];
    });
    return {
      groups: shown,
      choice,
      choose,
      halfCycle,
      ...profileVoltages(read, halfCycle),
      isLoading: traced.some(
        ({ trace, halfCycles }) => !trace || (halfCycle !== null && trace.ok && !halfCycles),
      ),
    };
  }, [shown, choice, choose, halfCycle, runs, loaded, loader, loadedHalves, halves, contents]);
}
