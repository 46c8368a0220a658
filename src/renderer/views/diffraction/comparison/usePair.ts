/** The two scans that are compared. */
import { useCallback, useMemo, useState } from 'react';
import type { ScanView } from '../useScans.ts';
import type { ScanPair } from './comparePatterns.ts';
import { scanPair } from './scanPair.ts';

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
    const usual = scanPair(views);
    return usual && { before: find(wanted.before) ?? usual.before, after: find(wanted.after) ?? usual.after };
  }, [views, wanted]);
  return useMemo(() => ({ pair, choose }), [pair, choose]);
}
