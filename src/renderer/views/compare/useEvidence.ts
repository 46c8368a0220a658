/** What was measured of each compared cell: kept results, and the run that computes what is missing on the workers. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo } from 'react';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { MeasuredDataset } from '#core/compare/measureEvidence.ts';
import type { Problem } from '#core/problem.ts';
import { runBatch } from '#jobs/runBatch.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { isWorking, useIsWorking } from '../../app/useIsWorking.ts';
import type { WorkReport } from '../../app/workList.ts';
import { loadDataset } from '../../store/loadDataset.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { text } from '../../text/text.ts';
import { evidenceInputs, evidenceKey, type ComparedCell, type EvidenceRecord } from './evidenceRecord.ts';

const words = text.compare;
/** One at a time: it outlives the view that started it. */
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
    if (receipt) measured.push({ dataset: await loadDataset(store, row), state: row.state, receipt });
  }
  return measured;
}

/** Nothing is known of a cell whose worker failed. */
interface Outcome {
  readonly evidence: CellEvidence | null;
  readonly problems: readonly Problem[];
}

/** Each result is stored as soon as it is there: cancelling loses none that is finished. */
async function computeAndKeep(
  services: Services,
  contents: StudyContents,
  cells: readonly ComparedCell[],
): Promise<void> {
  const { batch, store, work } = services;
  const compute = async ({ signal, onProgress }: WorkReport) => {
    let done = 0;
    await runBatch(cells, {
      workers: batch.workers,
      signal,
      compute: async (compared, cancelled): Promise<Outcome> => {
        const measured = await measuredOf(services, contents, compared);
        return batch.jobs.run('measureEvidence', { cell: compared.cell, measured }, { signal: cancelled });
      },
      failed: (problem) => ({ evidence: null, problems: [problem] }),
      onResult: async ({ evidence, problems }, index) => {
        const compared = cells[index];
        if (!compared) return;
        const { cell } = compared;
        const known = evidence ?? { cell, runs: [], spectra: [] };
        const record: EvidenceRecord = { inputs: evidenceInputs(compared), evidence: known, problems };
        await store.putResult(cell.studyId, evidenceKey(cell), record);
        done += 1;
        onProgress(done / cells.length);
      },
    });
  };
  await work.run(words.measuring(cells.length), compute, { topic: TOPIC });
}

export function useEvidence(cells: readonly ComparedCell[]): Evidence {
  const services = useServices();
  const { contents } = useSession();
  const { store, work } = services;
  const ids = cells.map(({ cell }) => cell.id).join(' ');
  const kept = useLiveQuery(async () => {
    const wanted = ids === '' ? [] : ids.split(' ');
    const rows = await store.database.results.bulkGet(wanted.map((id) => evidenceKey({ id })));
    return new Map(wanted.map((id, at) => [id, rows[at]?.value as EvidenceRecord | undefined]));
  }, [store, ids]);
  const records = useMemo(() => {
    const current = new Map<string, EvidenceRecord>();
    for (const compared of cells) {
      const record = kept?.get(compared.cell.id);
      if (record?.inputs === evidenceInputs(compared)) current.set(compared.cell.id, record);
    }
    return current;
  }, [cells, kept]);
  const missing = useMemo(
    () => (kept ? cells.filter(({ cell }) => !records.has(cell.id)) : []),
    [cells, kept, records],
  );
  const isRunning = useIsWorking(TOPIC);
  const run = useCallback(
    async (wanted: readonly ComparedCell[]) => {
      if (!isWorking(work, TOPIC)) await computeAndKeep(services, contents, wanted);
    },
    [services, contents, work],
  );
  return useMemo(() => ({ records, missing, isRunning, run }), [records, missing, isRunning, run]);
}
