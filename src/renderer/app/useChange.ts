/** Applies changes and tells the user when the store refuses. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Change } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import { useServices } from './services.ts';

export function tellFailure(error: unknown): void {
  notifications.show({
    color: 'red',
    title: text.app.notStored,
    message: error instanceof Error ? error.message : String(error),
    autoClose: false,
  });
}

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
