/** The comparison of the chosen groups, as far as their cells are measured; computed off the interface's thread. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CompareOptions, StudyComparison } from '#core/compare/compareStudy.ts';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { Group } from '#core/project/study.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { tellWorkFailure } from '../../app/tellWorkFailure.ts';
import { text } from '../../text/text.ts';
import type { CompareSettings } from './compareSettings.ts';
import type { ComparedCell, EvidenceRecord } from './evidenceRecord.ts';

export interface ComparisonInputs {
  readonly cells: readonly ComparedCell[];
  readonly groups: readonly Group[];
  readonly records: ReadonlyMap<string, EvidenceRecord>;
  readonly phases: ReadonlyMap<string, readonly string[]>;
  readonly settings: CompareSettings;
}

interface Request {
  readonly studyId: string;
  readonly evidence: readonly CellEvidence[];
  readonly options: CompareOptions;
}

/** Null with fewer than two groups, or while no cell is measured. */
function useRequest({ cells, groups, records, phases, settings }: ComparisonInputs): Request | null {
  const { contents } = useSession();
  const { id: studyId, simulated, doubtNotes } = contents.study;
  const { halfCycle } = settings;
  return useMemo(() => {
    if (groups.length < 2 || records.size === 0) return null;
    const evidence = cells.flatMap(({ cell }) => {
      const record = records.get(cell.id);
      const found = phases.get(cell.id);
      return record ? [{ ...record.evidence, ...(found && { phases: found }) }] : [];
    });
    const notes = doubtNotes ?? [];
    return { studyId, evidence, options: { simulated, groups, at: { halfCycle }, notes } };
  }, [studyId, cells, groups, records, phases, simulated, doubtNotes, halfCycle]);
}

interface Compared {
  readonly studyId: string;
  readonly comparison: StudyComparison;
}

/**
 * Cells are measured one after the other, so that a request follows the next: one is computed at a time, and of those that
 * came meanwhile the last. Leaving the view ends it. What was compared before stays until then.
 */
export function useStudyComparison(inputs: ComparisonInputs): StudyComparison | null {
  const { jobs } = useServices();
  const studyId = useSession().contents.study.id;
  const request = useRequest(inputs);
  const [shown, setShown] = useState<Compared | null>(null);
  const next = useRef<Request | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    next.current = request;
    if (request === null || running.current) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const computeAll = async () => {
      try {
        for (let wanted = next.current; wanted && !signal.aborted; wanted = next.current) {
          next.current = null;
          const comparison = await jobs.run('compareStudy', wanted, { signal });
          setShown({ studyId: wanted.studyId, comparison });
        }
      } catch (error) {
        if (!signal.aborted) tellWorkFailure(text.compare.failed, error);
      } finally {
        if (running.current === controller) running.current = null;
      }
    };
    void computeAll();
  }, [jobs, request]);
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
  return request !== null && shown?.studyId === studyId ? shown.comparison : null;
}
