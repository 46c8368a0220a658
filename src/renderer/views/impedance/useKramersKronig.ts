/** Kramers-Kronig and Z-HIT of spectra, computed off the interface's thread and forgotten with their points. */
import { useCallback, useMemo } from 'react';
import type { KramersKronig, ZHit } from '#core/eis/kramersKronigResult.ts';
import { useServices } from '../../app/services.ts';
import { text } from '../../text/text.ts';
import { useLoaded, type Loaded, type Loader } from '../../app/useLoaded.ts';
import { spectrumKey } from './spectrumKey.ts';
import type { SpectrumView } from './useSpectra.ts';

export interface Validity {
  readonly kramersKronig: KramersKronig;
  readonly zHit: ZHit | null;
}

/** Undefined = not computed yet. */
export type KramersKronigOf = (view: SpectrumView) => Loaded<Validity> | undefined;

export function useKramersKronig(views: readonly SpectrumView[]): KramersKronigOf {
  const { jobs } = useServices();
  const loader = useMemo<Loader<SpectrumView, Validity>>(
    () => ({
      keyOf: (view) => `${view.dataset.id} ${spectrumKey(view)}`,
      load: async ({ used: { spectrum } }, signal) => {
        const kramersKronig = await jobs.run('kramersKronig', { spectrum, options: {} }, { signal });
        if (!kramersKronig) throw new Error(text.impedanceTests.tooFewToTest);
        return { kramersKronig, zHit: await jobs.run('zHit', { spectrum }, { signal }) };
      },
    }),
    [jobs],
  );
  const loaded = useLoaded(views, loader);
  return useCallback((view) => loaded.get(loader.keyOf(view)), [loaded, loader]);
}
