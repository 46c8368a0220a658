/** Applies changes and tells the user when the store refuses. */
import { useCallback } from 'react';
import type { Change } from '../store/studyStore.ts';
import { useServices } from './services.ts';
import { tellFailure } from './tellFailure.ts';

/** True when the change was stored. A change without rows does nothing. */
export function useChange(): (change: Change) => Promise<boolean> {
  const { store } = useServices();
  return useCallback(
    async (change) => {
      if (change.rows.length === 0) return true;
      try {
        await store.change(change);
        return true;
      } catch (error) {
        tellFailure(error);
        return false;
      }
    },
    [store],
  );
}
