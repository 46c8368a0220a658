/** The cells that stand side by side, and their voltages, read while they are wanted. */
import { useCallback, useMemo, useState } from 'react';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import { cellVoltage } from '../../app/cellVoltage.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useLoaded } from '../../app/useLoaded.ts';
import { voltageTraceLoader } from '../../app/voltageTraceLoader.ts';
import type { ComparedCell } from './evidenceRecord.ts';
import { profileGroups, type ProfileChoice, type ProfileGroup } from './profileCells.ts';

export interface Profiles {
  readonly groups: readonly ProfileGroup[];
  readonly choice: ProfileChoice;
  readonly choose: (groupId: string, chosen: string) => void;
  readonly voltages: readonly CellVoltage[];
  readonly isLoading: boolean;
}

export interface ProfileInputs {
  readonly cells: readonly ComparedCell[];
  readonly groups: readonly Group[];
  readonly metric: MetricComparison | null;
  readonly isWanted: boolean;
}

const NO_CHOICE: ProfileChoice = new Map();

export function useProfiles({ cells, groups, metric, isWanted }: ProfileInputs): Profiles {
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
  return useMemo(() => {
    const traced = runs.map((run) => ({ ...run, trace: loaded.get(loader.keyOf(run)) }));
    return {
      groups: shown,
      choice,
      choose,
      voltages: traced.flatMap((run) => cellVoltage(contents, run) ?? []),
      isLoading: traced.some(({ trace }) => trace === undefined),
    };
  }, [shown, choice, choose, runs, loaded, loader, contents]);
}
