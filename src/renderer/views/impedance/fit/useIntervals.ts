/** Intervals of single parameters, asked for one by one, computed off the interface's thread and kept with the fit. */
import { useCallback, useMemo } from 'react';
import { intervalRequest, type IntervalMethod } from '#core/eis/fitIntervals.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import type { JobRunner } from '#jobs/jobs.ts';
import { tellWorkFailure } from '../../../app/tellWorkFailure.ts';
import { useServices } from '../../../app/services.ts';
import { text } from '../../../text/text.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { fitKey, isSameFit, withInterval, type FitRecord } from './fitRecord.ts';

const words = text.impedanceFit.intervals;

export interface Intervals {
  readonly of: (parameter: string) => readonly ParameterInterval[];
  /** Null = none can be asked for: the fit is of other points. */
  readonly ask: ((parameter: string, method: IntervalMethod) => void) | null;
}

async function computed(
  jobs: JobRunner,
  request: IntervalRequest | null,
  { method, signal }: { readonly method: IntervalMethod; readonly signal: AbortSignal },
): Promise<ParameterInterval> {
  const name = method === 'profile' ? 'profileInterval' : 'bootstrapInterval';
  const interval = request && (await jobs.run(name, request, { signal }));
  if (!interval) throw new Error(words.none);
  return interval;
}

export interface FittedSpectrum {
  readonly view: SpectrumView | null;
  readonly record: FitRecord | null;
  /** False = the fit is of other points: none can be asked for. */
  readonly isCurrent: boolean;
  /** What is kept now, with a new interval. */
  readonly onRecord: (datasetId: string, record: FitRecord) => void;
}

/** Null where there is no fit. */
export function useIntervals({ view, record, isCurrent, onRecord }: FittedSpectrum): Intervals | null {
  const { jobs, work, store } = useServices();
  const ask = useCallback(
    (parameter: string, method: IntervalMethod) => {
      if (!view || !record) return;
      const { dataset } = view;
      const keep = async (interval: ParameterInterval) => {
        const kept = (await store.result(fitKey(dataset))) as FitRecord | undefined;
        if (!kept || !isSameFit(kept, record)) return;
        const after = withInterval(kept, interval);
        await store.putResult(dataset.studyId, fitKey(dataset), after);
        onRecord(dataset.id, after);
      };
      const request = intervalRequest(record.fit, view.used.spectrum, parameter);
      void work.run(words.computing[method](parameter), async ({ signal }) => {
        try {
          await keep(await computed(jobs, request, { method, signal }));
        } catch (error) {
          if (!signal.aborted) tellWorkFailure(words.failed(parameter), error);
        }
      });
    },
    [jobs, work, store, view, record, onRecord],
  );
  return useMemo(() => {
    if (!record) return null;
    const intervals = record.intervals ?? [];
    return {
      of: (name) => intervals.filter(({ parameter }) => parameter === name),
      ask: isCurrent ? ask : null,
    };
  }, [record, isCurrent, ask]);
}
