/** Kept results of the chosen spectra, and the run that computes what is missing over several workers. */
import { useCallback, useMemo } from 'react';
import { failedBatchItem, type BatchItem, type BatchOptions } from '#core/eis/batchItem.ts';
import { computeAndKeep } from '../../../app/computeAndKeep.ts';
import { useServices } from '../../../app/services.ts';
import { useLiveRecords } from '../../../app/useLiveRecords.ts';
import { useIsWorking } from '../../../app/useIsWorking.ts';
import { text } from '../../../text/text.ts';
import { electrodesOf } from '../electrodesOf.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { batchInputs, batchKey, currentItem, type BatchRecord } from './batchRecord.ts';

const words = text.impedanceBatch;
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

function useKeptItems(views: readonly SpectrumView[], options: BatchOptions) {
  const records = useLiveRecords<BatchRecord>(
    views.map(({ dataset }) => dataset.id),
    batchKey,
  );
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
    (wanted: readonly SpectrumView[]) =>
      computeAndKeep(services, wanted, {
        topic: TOPIC,
        label: words.running(wanted.length),
        compute: (view, signal) => {
          const request = { spectrum: view.used.spectrum, options: optionsFor(view, options) };
          return services.batch.jobs.run('batchItem', request, { signal });
        },
        failed: failedBatchItem,
        keep: (view, item) => {
          const { dataset } = view;
          const record: BatchRecord = { inputs: batchInputs(dataset, optionsFor(view, options)), item };
          return services.store.putResult(dataset.studyId, batchKey(dataset), record);
        },
      }),
    [services, options],
  );
  return { items, isRunning, run };
}
