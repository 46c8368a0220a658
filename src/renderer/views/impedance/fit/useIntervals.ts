/** Intervals of single parameters of a fit, asked for one by one and computed off the interface's thread. */
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useState } from 'react';
import type { FitResult } from '#core/eis/fitResult.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import type { JobRunner } from '#jobs/jobs.ts';
import { useServices } from '../../../app/services.ts';
import { text } from '../../../text/text.ts';
import type { SpectrumView } from '../useSpectra.ts';

const words = text.impedanceFit.intervals;

export type IntervalMethod = ParameterInterval['method'];

export interface Intervals {
  readonly of: (parameter: string) => readonly ParameterInterval[];
  readonly ask: (parameter: string, method: IntervalMethod) => void;
}

/** Of one fit: they go with it. */
type KeptIntervals = ReadonlyMap<FitResult, readonly ParameterInterval[]>;

/** The fitted circuit with its values, locks and limits: Boukamp's code says them all. */
function requestOf(fit: FitResult, view: SpectrumView, parameter: string): IntervalRequest | null {
  const parsed = parseCircuit(fit.cdc);
  if (!parsed.ok) return null;
  return { spectrum: view.used.spectrum, circuit: parsed.circuit, weighting: fit.weighting, parameter };
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

function withInterval(kept: KeptIntervals, fit: FitResult, interval: ParameterInterval): KeptIntervals {
  const others = (kept.get(fit) ?? []).filter(
    ({ parameter, method }) => parameter !== interval.parameter || method !== interval.method,
  );
  return new Map(kept).set(fit, [...others, interval]);
}

/** Null where there is no fit of these points. */
export function useIntervals(view: SpectrumView | null, fit: FitResult | null): Intervals | null {
  const { jobs, work } = useServices();
  const [kept, setKept] = useState<KeptIntervals>(new Map());
  const ask = useCallback(
    (parameter: string, method: IntervalMethod) => {
      if (!view || !fit) return;
      const request = requestOf(fit, view, parameter);
      void work.run(words.computing[method](parameter), async ({ signal }) => {
        try {
          const interval = await computed(jobs, request, { method, signal });
          setKept((before) => withInterval(before, fit, interval));
        } catch (error) {
          if (signal.aborted) return;
          const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
          notifications.show({ color: 'red', title: words.failed(parameter), message });
        }
      });
    },
    [jobs, work, view, fit],
  );
  return useMemo(() => {
    if (!view || !fit) return null;
    const intervals = kept.get(fit) ?? [];
    return { of: (name) => intervals.filter(({ parameter }) => parameter === name), ask };
  }, [view, fit, kept, ask]);
}
