/** Whether work on a topic is under way, whoever started it and whatever was looked at since. */
import { useCallback, useSyncExternalStore } from 'react';
import { useServices } from './services.ts';
import type { WorkList } from './workList.ts';

export function isWorking(work: WorkList, topic: string): boolean {
  return work.items().some((item) => item.topic === topic);
}

export function useIsWorking(topic: string): boolean {
  const { work } = useServices();
  return useSyncExternalStore(
    work.subscribe,
    useCallback(() => isWorking(work, topic), [work, topic]),
  );
}
