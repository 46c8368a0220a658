/** Which phases the shown scans hold: kept results, and the run that computes them off the interface's thread. */
import { useCallback, useMemo, useState } from 'react';
import { tellWorkFailure } from '../../app/tellWorkFailure.ts';
import { useKeptRecords } from '../../app/useKeptRecords.ts';
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

export function useIdentifications(
  views: readonly ScanView[],
  library: PhaseLibrary | null,
  elements: string,
): Identifications {
  const { jobs, store, work } = useServices();
  const { records, replace } = useKeptRecords<IdentificationRecord>(views, identificationKey);
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
        replace(dataset.id, record);
        await store.putResult(dataset.studyId, identificationKey(dataset), record);
      } catch (error) {
        // One scan that fails never stops the rest.
        if (!signal.aborted) tellWorkFailure(words.failed(scanName(view)), error);
      }
    },
    [jobs, store, library, phases, replace],
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
