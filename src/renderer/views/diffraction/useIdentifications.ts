/** Which phases the shown scans hold: kept results, and the run that computes them off the interface's thread. */
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useServices } from '../../app/services.ts';
import type { WorkReport } from '../../app/workList.ts';
import { text } from '../../text/text.ts';
import {
  identificationInputs,
  identificationKey,
  soughtPhases,
  type IdentificationRecord,
} from './identificationRecord.ts';
import type { PhaseLibrary } from './usePhaseLibrary.ts';
import { scanName, type ScanView } from './useScans.ts';

const words = text.diffraction;

export interface Identifications {
  readonly records: ReadonlyMap<string, IdentificationRecord>;
  readonly isStale: (view: ScanView) => boolean;
  readonly isRunning: boolean;
  /** Scans whose X-rays are not known are left out. */
  readonly run: (views: readonly ScanView[]) => Promise<void>;
}

/** Records of what is shown, read once for each dataset. */
function useKeptRecords(views: readonly ScanView[]) {
  const { store } = useServices();
  const [records, setRecords] = useState<ReadonlyMap<string, IdentificationRecord>>(new Map());
  const ids = views.map(({ dataset }) => dataset.id).join(' ');
  useEffect(() => {
    let isWanted = true;
    const read = async (id: string) => [id, await store.result(identificationKey({ id }))] as const;
    void Promise.all((ids === '' ? [] : ids.split(' ')).map(read)).then((entries) => {
      if (!isWanted) return;
      const found = entries.filter(([, kept]) => kept !== undefined) as [string, IdentificationRecord][];
      setRecords((known) => new Map([...found, ...known]));
    });
    return () => {
      isWanted = false;
    };
  }, [store, ids]);
  return [records, setRecords] as const;
}

function tellFailure(view: ScanView, error: unknown): void {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  notifications.show({ color: 'red', title: words.failed(scanName(view)), message });
}

export function useIdentifications(
  views: readonly ScanView[],
  library: PhaseLibrary | null,
  elements: string,
): Identifications {
  const { jobs, store, work } = useServices();
  const [records, setRecords] = useKeptRecords(views);
  const [isRunning, setRunning] = useState(false);
  const phases = useMemo(() => (library ? soughtPhases(library.phases, elements) : []), [library, elements]);
  const identify = useCallback(
    async (view: ScanView, signal: AbortSignal) => {
      const { dataset, pattern, radiation } = view;
      if (!library || !radiation) return;
      const { tables } = library;
      try {
        const request = { pattern, phases, radiation, tables };
        const identification = await jobs.run('identifyPattern', request, { signal });
        const record = { inputs: identificationInputs(view, phases), identification };
        setRecords((known) => new Map(known).set(dataset.id, record));
        await store.putResult(dataset.studyId, identificationKey(dataset), record);
      } catch (error) {
        // One scan that fails never stops the rest.
        if (!signal.aborted) tellFailure(view, error);
      }
    },
    [jobs, store, library, phases, setRecords],
  );
  const run = useCallback(
    async (wanted: readonly ScanView[]) => {
      setRunning(true);
      const all = async ({ signal, onProgress }: WorkReport) => {
        for (const [done, view] of wanted.entries()) {
          if (signal.aborted) return;
          onProgress(done / wanted.length);
          await identify(view, signal);
        }
      };
      await work.run(words.identifying(wanted.length), all).finally(() => {
        setRunning(false);
      });
    },
    [work, identify],
  );
  const isStale = useCallback(
    (view: ScanView) =>
      phases.length > 0 && records.get(view.dataset.id)?.inputs !== identificationInputs(view, phases),
    [records, phases],
  );
  return useMemo(() => ({ records, isStale, isRunning, run }), [records, isStale, isRunning, run]);
}
