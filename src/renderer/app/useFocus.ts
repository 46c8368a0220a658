/** The one measurement of those shown that is looked at in detail: as chosen, else the first. */
import { useCallback, useState } from 'react';

interface Measured {
  readonly dataset: { readonly id: string };
}

export function useFocus<View extends Measured>(
  views: readonly View[],
): readonly [View | null, (datasetId: string) => void] {
  const [wanted, setWanted] = useState<string | null>(null);
  const focus = useCallback((datasetId: string) => {
    setWanted(datasetId);
  }, []);
  return [views.find(({ dataset }) => dataset.id === wanted) ?? views[0] ?? null, focus];
}
