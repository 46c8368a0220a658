/** Kept results of the chosen spectra, and the run that computes what is missing over several workers. */
import { notifications } from '@mantine/notifications';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo } from 'react';
import { failedBatchItem, type BatchItem, type BatchOptions } from '#core/eis/batchItem.ts';
import { runBatch } from '#jobs/runBatch.ts';
import { useServices, type Services } from '../../../app/services.ts';
import { isWorking, useIsWorking } from '../../../app/useIsWorking.ts';
import type { WorkReport } from '../../../app/workList.ts';
import { text } from '../../../text/text.ts';
import { electrodesOf } from '../electrodesOf.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { batchInputs, batchKey, currentItem, type BatchRecord } from './batchRecord.ts';

const words = text.impedanceBatch;
/** One at a time: it outlives the mode that started it. */
const TOPIC = 'impedance-batch';

export interface Batch {
  /** By dataset; only what belongs to the present points and options. */
  readonly items: ReadonlyMap<string, BatchItem>;
  readonly isRunning: boolean;
  readonly run: (views: readonly SpectrumView[]) => Promise<void>;
}

/** With the area of the spectrum's own cell. */
function optionsFor(view: SpectrumView, options: BatchOptions): BatchOptions {
  return { ...options, electrodes: electrodesOf(view) };
}

/** Each result is stored as soon as it is there: cancelling or closing the window loses none that is finished. */
async function computeAndKeep(
  { batch, store, work }: Services,
  views: readonly SpectrumView[],
  options: BatchOptions,
): Promise<void> {
  const compute = async ({ signal, onProgress }: WorkReport) => {
    let done = 0;
    await runBatch(views, {
      workers: batch.workers,
      signal,
      compute: (view, cancelled) =>
        batch.jobs.run(
          'batchItem',
          { spectrum: view.used.spectrum, options: optionsFor(view, options) },
          { signal: cancelled },
        ),
      failed: failedBatchItem,
      onResult: async (item, index) => {
        const view = views[index];
        if (!view) return;
        const { dataset } = view;
        const record: BatchRecord = { inputs: batchInputs(dataset, optionsFor(view, options)), item };
        await store.putResult(dataset.studyId, batchKey(dataset), record);
        done += 1;
        onProgress(done / views.length);
      },
    });
  };
  await work.run(words.running(views.length), compute, { topic: TOPIC });
}

function useKeptItems(views: readonly SpectrumView[], options: BatchOptions) {
  const { store } = useServices();
  const ids = views.map(({ dataset }) => dataset.id).join(' ');
  const records = useLiveQuery(async () => {
    const wanted = ids === '' ? [] : ids.split(' ');
    const rows = await store.database.results.bulkGet(wanted.map((id) => batchKey({ id })));
    return new Map(wanted.map((id, at) => [id, rows[at]?.value as BatchRecord | undefined]));
  }, [store, ids]);
  return useMemo(() => {
    const items = new Map<string, BatchItem>();
    for (const view of views) {
      const { dataset } = view;
      const item = currentItem(records?.get(dataset.id), dataset, optionsFor(view, options));
      if (item) items.set(dataset.id, item);
    }
    return items;
  }, [views, options, records]);
}

export function useBatch(views: readonly SpectrumView[], options: BatchOptions): Batch {
  const services = useServices();
  const items = useKeptItems(views, options);
  const isRunning = useIsWorking(TOPIC);
  const run = useCallback(
    async (wanted: readonly SpectrumView[]) => {
      if (isWorking(services.work, TOPIC)) return;
      try {
        await computeAndKeep(services, wanted, options);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        notifications.show({ color: 'red', title: words.notStored, message });
      }
    },
    [services, options],
  );
  return { items, isRunning, run };
}
