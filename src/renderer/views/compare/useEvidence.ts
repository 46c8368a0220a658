/** What was measured of each compared cell: kept results, and the run that computes what is missing on the workers. */
import { useCallback, useMemo } from 'react';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { MeasuredDataset } from '#core/compare/measureEvidence.ts';
import { withoutRows } from '#core/project/excludeRows.ts';
import type { Problem } from '#core/problem.ts';
import { computeAndKeep } from '../../app/computeAndKeep.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useLiveRecords } from '../../app/useLiveRecords.ts';
import { useIsWorking } from '../../app/useIsWorking.ts';
import { loadDataset } from '../../store/loadDataset.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { evidenceInputs, evidenceKey, type ComparedCell, type EvidenceRecord } from './evidenceRecord.ts';

const words = text.compare;
const TOPIC = 'compare-evidence';

export interface Evidence {
  /** By cell; only what belongs to its present measurements. */
  readonly records: ReadonlyMap<string, EvidenceRecord>;
  readonly missing: readonly ComparedCell[];
  readonly isRunning: boolean;
  readonly run: (cells: readonly ComparedCell[]) => Promise<void>;
}

async function measuredOf(
  { store }: Services,
  { imports }: StudyContents,
  { datasets }: ComparedCell,
): Promise<readonly MeasuredDataset[]> {
  const measured: MeasuredDataset[] = [];
  for (const row of datasets) {
    const receipt = imports.find(({ id }) => id === row.importId)?.receipt;
    if (!receipt) continue;
    const dataset = withoutRows(await loadDataset(store, row), new Set(row.excludedRows));
    measured.push({ dataset, state: row.state, receipt });
  }
  return measured;
}

/** Nothing is known of a cell whose worker failed. */
interface Outcome {
  readonly evidence: CellEvidence | null;
  readonly problems: readonly Problem[];
}

export function useEvidence(cells: readonly ComparedCell[]): Evidence {
  const services = useServices();
  const { contents } = useSession();
  const { eventThresholds } = contents.study;
  const kept = useLiveRecords<EvidenceRecord>(
    cells.map(({ cell }) => cell.id),
    evidenceKey,
  );
  const records = useMemo(() => {
    const current = new Map<string, EvidenceRecord>();
    for (const compared of cells) {
      const record = kept?.get(compared.cell.id);
      if (record?.inputs === evidenceInputs(compared, eventThresholds)) current.set(compared.cell.id, record);
    }
    return current;
  }, [cells, kept, eventThresholds]);
  const missing = useMemo(
    () => (kept ? cells.filter(({ cell }) => !records.has(cell.id)) : []),
    [cells, kept, records],
  );
  const isRunning = useIsWorking(TOPIC);
  const run = useCallback(
    (wanted: readonly ComparedCell[]) =>
      computeAndKeep(services, wanted, {
        topic: TOPIC,
        label: words.measuring(wanted.length),
        compute: async (compared, signal): Promise<Outcome> => {
          const measured = await measuredOf(services, contents, compared);
          const { cell } = compared;
          const request = { cell, measured, ...(eventThresholds && { thresholds: eventThresholds }) };
          return services.batch.jobs.run('measureEvidence', request, { signal });
        },
        failed: (problem) => ({ evidence: null, problems: [problem] }),
        keep: (compared, { evidence, problems }) => {
          const { cell } = compared;
          const known = evidence ?? { cell, runs: [], spectra: [] };
          const record: EvidenceRecord = {
            inputs: evidenceInputs(compared, eventThresholds),
            evidence: known,
            problems,
          };
          return services.store.putResult(cell.studyId, evidenceKey(cell), record);
        },
      }),
    [services, contents, eventThresholds],
  );
  return useMemo(() => ({ records, missing, isRunning, run }), [records, missing, isRunning, run]);
}
