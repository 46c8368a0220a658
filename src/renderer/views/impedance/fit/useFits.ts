/** The kept fits of the shown spectra, and how new ones are made: off the interface's thread, one after the other. */
import { useCallback, useMemo, useState } from 'react';
import type { Circuit } from '#core/eis/circuit.ts';
import type { Weighting } from '#core/eis/fitResult.ts';
import type { ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { JobRunner } from '#jobs/jobs.ts';
import { tellWorkFailure } from '../../../app/tellWorkFailure.ts';
import { useKeptRecords } from '../../../app/useKeptRecords.ts';
import { useServices } from '../../../app/services.ts';
import { text } from '../../../text/text.ts';
import { spectrumName } from '../cellSpectra.ts';
import { electrodesOf } from '../electrodesOf.ts';
import type { ImpedanceSettings } from '../impedanceSettings.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { fitInputs, fitKey, type FitRecord } from './fitRecord.ts';

const words = text.impedanceFit;

export interface Fits {
  /** By dataset. */
  readonly records: ReadonlyMap<string, FitRecord>;
  /** Datasets that are being fitted. */
  readonly running: ReadonlySet<string>;
  /** Fits the spectra with the circuit, or chooses one for each; resolves with the new records. */
  readonly run: (
    views: readonly SpectrumView[],
    circuit: Circuit | null,
  ) => Promise<ReadonlyMap<string, FitRecord>>;
  /** Takes over what was kept of a dataset meanwhile. */
  readonly replace: (datasetId: string, record: FitRecord) => void;
}

interface FitOrder {
  readonly view: SpectrumView;
  readonly circuit: Circuit | null;
  readonly weighting: Weighting;
  readonly cell: ImpedanceCell;
}

async function computed(jobs: JobRunner, order: FitOrder, signal: AbortSignal): Promise<FitRecord> {
  const { view, circuit, weighting, cell } = order;
  const inputs = fitInputs(view.dataset, weighting);
  const { spectrum } = view.used;
  if (circuit) {
    const fit = await jobs.run('fitCircuit', { circuit, spectrum, weighting }, { signal });
    if (!fit) throw new Error(words.tooFew);
    return { inputs, fit, choice: null };
  }
  const electrodes = electrodesOf(view);
  const choice = await jobs.run('chooseCircuit', { spectrum, weighting, cell, electrodes }, { signal });
  if (!choice) throw new Error(words.tooFew);
  return { inputs, fit: choice.fit, choice };
}

export function useFits(
  views: readonly SpectrumView[],
  { weighting, cellKind: cell }: Pick<ImpedanceSettings, 'weighting' | 'cellKind'>,
): Fits {
  const { jobs, store, work } = useServices();
  const { records, replace } = useKeptRecords<FitRecord>(views, fitKey);
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set());
  const run = useCallback(
    async (wanted: readonly SpectrumView[], circuit: Circuit | null) => {
      const made = new Map<string, FitRecord>();
      setRunning(new Set(wanted.map(({ dataset }) => dataset.id)));
      const fitOne = async (view: SpectrumView, signal: AbortSignal) => {
        const { id, studyId } = view.dataset;
        try {
          const record = await computed(jobs, { view, circuit, weighting, cell }, signal);
          made.set(id, record);
          replace(id, record);
          await store.putResult(studyId, fitKey({ id }), record);
        } catch (error) {
          // One failed spectrum never stops the rest.
          if (!signal.aborted) tellWorkFailure(`${words.failed}: ${spectrumName(view)}`, error);
        }
      };
      const label = words.fitting(
        wanted.length === 1 && wanted[0] ? spectrumName(wanted[0]) : `${wanted.length}`,
      );
      await work
        .run(label, async ({ signal, onProgress }) => {
          for (const [done, view] of wanted.entries()) {
            if (signal.aborted) return;
            onProgress(done / wanted.length);
            await fitOne(view, signal);
          }
        })
        .finally(() => {
          setRunning(new Set());
        });
      return made;
    },
    [jobs, store, work, weighting, cell, replace],
  );
  return useMemo(() => ({ records, running, run, replace }), [records, running, run, replace]);
}
