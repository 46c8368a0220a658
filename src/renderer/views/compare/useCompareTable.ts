/** The table below the figure of each mode. */
import { useMemo } from 'react';
import { cellTechniques } from '#core/compare/cellTechniques.ts';
import type { StudyComparison } from '#core/compare/compareStudy.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { checksTable } from './checksTable.ts';
import type { CompareMode } from './compareSettings.ts';
import { metricsTable } from './metricsTable.ts';
import { profileTable } from './profileTable.ts';
import { survivalTable } from './survivalTable.ts';
import { techniquesTable } from './techniquesTable.ts';
import type { Evidence } from './useEvidence.ts';
import type { CellPhases } from './usePhases.ts';
import type { Profiles } from './useProfiles.ts';

interface TableRequest {
  readonly mode: CompareMode;
  readonly comparison: StudyComparison | null;
  readonly groups: readonly Group[];
  readonly records: Evidence['records'];
  readonly phases: CellPhases;
  readonly profiles: Pick<Profiles, 'groups'>;
  readonly metric: MetricComparison | null;
}

function tableOf({ mode, comparison, groups, records, phases, profiles, metric }: TableRequest): ShownTable {
  switch (mode) {
    case 'survival':
      return survivalTable(comparison?.survival ?? []);
    case 'checks':
      return checksTable(comparison?.crossChecks ?? []);
    case 'profiles':
      return profileTable(profiles.groups, metric);
    case 'techniques':
      return techniquesTable(
        [...records.values()].map(({ evidence }) => cellTechniques(evidence)),
        groups,
        phases.scans,
      );
    case 'metrics':
      return metricsTable(
        comparison?.metrics ?? [],
        groups.map(({ name }) => name),
      );
  }
}

export function useCompareTable(request: TableRequest): ShownTable {
  const { mode, comparison, groups, records, phases, profiles, metric } = request;
  return useMemo(
    () => tableOf({ mode, comparison, groups, records, phases, profiles, metric }),
    [mode, comparison, groups, records, phases, profiles, metric],
  );
}
