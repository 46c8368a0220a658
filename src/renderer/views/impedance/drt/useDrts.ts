/** Distributions of relaxation times of spectra, computed off the interface's thread. */
import { useCallback, useMemo } from 'react';
import type { Drt } from '#core/eis/drtResult.ts';
import { useServices } from '../../../app/services.ts';
import { useLoaded, type Loaded, type Loader } from '../../../app/useLoaded.ts';
import type { ImpedanceSettings } from '../impedanceSettings.ts';
import { spectrumKey } from '../spectrumKey.ts';
import type { SpectrumView } from '../useSpectra.ts';

/** Undefined = not computed yet; null = too few points. */
export type DrtOf = (view: SpectrumView) => Loaded<Drt | null> | undefined;

export function useDrts(
  views: readonly SpectrumView[],
  { lambdaRule, lambda }: Pick<ImpedanceSettings, 'lambdaRule' | 'lambda'>,
): DrtOf {
  const { jobs } = useServices();
  const chosen = lambdaRule === 'by-hand' ? lambda : lambdaRule;
  const loader = useMemo<Loader<SpectrumView, Drt | null>>(
    () => ({
      keyOf: (view) => `${view.dataset.id} ${spectrumKey(view)} ${chosen}`,
      load: ({ used }, signal) =>
        jobs.run('drt', { spectrum: used.spectrum, options: { lambda: chosen } }, { signal }),
    }),
    [jobs, chosen],
  );
  const loaded = useLoaded(views, loader);
  return useCallback((view) => loaded.get(loader.keyOf(view)), [loaded, loader]);
}
