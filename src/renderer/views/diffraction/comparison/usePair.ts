/** The two scans that are compared: as chosen, else the first and the last that are shown. */
import { useCallback, useMemo, useState } from 'react';
import type { ScanView } from '../useScans.ts';
import type { ScanPair } from './comparePatterns.ts';

export interface PairChoice {
  /** Null with fewer than two scans. */
  readonly pair: ScanPair | null;
  readonly choose: (side: 'before' | 'after', datasetId: string) => void;
}

export function usePair(views: readonly ScanView[]): PairChoice {
  const [wanted, setWanted] = useState<{ readonly before?: string; readonly after?: string }>({});
  const choose = useCallback((side: 'before' | 'after', datasetId: string) => {
    setWanted((known) => ({ ...known, [side]: datasetId }));
  }, []);
  const pair = useMemo(() => {
    const find = (id: string | undefined) => views.find(({ dataset }) => dataset.id === id);
    const before = find(wanted.before) ?? views[0];
    const after = find(wanted.after) ?? views.at(-1);
    return before && after && views.length > 1 ? { before, after } : null;
  }, [views, wanted]);
  return useMemo(() => ({ pair, choose }), [pair, choose]);
}
