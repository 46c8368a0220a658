/** The comparison of the chosen groups, as far as their cells are measured. */
import { useMemo } from 'react';
import { compareStudy, type StudyComparison } from '#core/compare/compareStudy.ts';
import type { Group } from '#core/project/study.ts';
import { useSession } from '../../app/session.ts';
import type { CompareSettings } from './compareSettings.ts';
import type { ComparedCell, EvidenceRecord } from './evidenceRecord.ts';

export interface ComparisonInputs {
  readonly cells: readonly ComparedCell[];
  readonly groups: readonly Group[];
  readonly records: ReadonlyMap<string, EvidenceRecord>;
  readonly phases: ReadonlyMap<string, readonly string[]>;
  readonly settings: CompareSettings;
}

/** Null with fewer than two groups, or while no cell is measured. */
export function useStudyComparison({
  cells,
  groups,
  records,
  phases,
  settings,
}: ComparisonInputs): StudyComparison | null {
  const { contents } = useSession();
  const { simulated, doubtNotes = [] } = contents.study;
  const { halfCycle } = settings;
  return useMemo(() => {
    if (groups.length < 2 || records.size === 0) return null;
    const evidence = cells.flatMap(({ cell }) => {
      const record = records.get(cell.id);
      const found = phases.get(cell.id);
      return record ? [{ ...record.evidence, ...(found && { phases: found }) }] : [];
    });
    return compareStudy(evidence, { simulated, groups, at: { halfCycle }, notes: doubtNotes });
  }, [cells, groups, records, phases, simulated, doubtNotes, halfCycle]);
}
