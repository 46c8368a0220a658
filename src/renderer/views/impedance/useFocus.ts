/** The one spectrum of those shown that is tested and fitted in detail. */
import { useCallback, useState } from 'react';
import type { SpectrumView } from './useSpectra.ts';

export function useFocus(
  views: readonly SpectrumView[],
): readonly [SpectrumView | null, (datasetId: string) => void] {
  const [wanted, setWanted] = useState<string | null>(null);
  const focus = useCallback((datasetId: string) => {
    setWanted(datasetId);
  }, []);
  return [views.find(({ dataset }) => dataset.id === wanted) ?? views[0] ?? null, focus];
}
