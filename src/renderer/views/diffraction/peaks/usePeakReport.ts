/** The peaks of the focused scan, computed off the interface's thread while they are looked at. */
import { useMemo } from 'react';
import type { PeakReport } from '#core/xrd/peaks/measurePeaks.ts';
import { useServices, type Services } from '../../../app/services.ts';
import { useLoaded, type Loaded, type Loader } from '../../../app/useLoaded.ts';
import { text } from '../../../text/text.ts';
import { scanName, type ScanView } from '../useScans.ts';

const words = text.diffractionPeaks;

/** Everything that the result depends on. */
function keyOf({ dataset, radiation }: ScanView): string {
  const lines = radiation?.lines.map(({ wavelength_A, weight }) => `${wavelength_A}×${weight}`) ?? [];
  return [dataset.id, dataset.contentKey, ...lines].join(' ');
}

function reportLoader({ jobs, work }: Services): Loader<ScanView, PeakReport> {
  return {
    keyOf,
    load: async (view, left) => {
      const { pattern, radiation } = view;
      if (!radiation) throw new Error(words.needsRadiation);
      return work.run(words.measuring(scanName(view)), ({ signal }) =>
        jobs.run('measurePeaks', { pattern, radiation }, { signal: AbortSignal.any([signal, left]) }),
      );
    },
  };
}

/** Undefined while it is computed, and unless `isWanted`. */
export function usePeakReport(focused: ScanView | null, isWanted: boolean): Loaded<PeakReport> | undefined {
  const services = useServices();
  const loader = useMemo(() => reportLoader(services), [services]);
  const wanted = useMemo(() => (isWanted && focused?.radiation ? [focused] : []), [isWanted, focused]);
  const loaded = useLoaded(wanted, loader);
  return focused ? loaded.get(keyOf(focused)) : undefined;
}
