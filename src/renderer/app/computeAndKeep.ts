/** Work on many things over several workers, of which each result is stored as soon as it is there. */
import { notifications } from '@mantine/notifications';
import type { Problem } from '#core/problem.ts';
import { runBatch } from '#jobs/runBatch.ts';
import { text } from '../text/text.ts';
import type { Services } from './services.ts';
import { isWorking } from './useIsWorking.ts';

export interface KeptWork<Item, Result> {
  /** One run at a time: it outlives the view that started it. */
  readonly topic: string;
  readonly label: string;
  readonly compute: (item: Item, signal: AbortSignal) => Promise<Result>;
  readonly failed: (problem: Problem) => Result;
  readonly keep: (item: Item, result: Result) => Promise<void>;
}

/** Cancelling or closing the window loses none that is finished. Says so when the store refuses a result. */
export async function computeAndKeep<Item, Result>(
  { batch, work }: Services,
  items: readonly Item[],
  { topic, label, compute, failed, keep }: KeptWork<Item, Result>,
): Promise<void> {
  if (isWorking(work, topic)) return;
  try {
    await work.run(
      label,
      async ({ signal, onProgress }) => {
        let done = 0;
        const onResult = async (result: Result, index: number) => {
          const item = items[index];
          if (item === undefined) return;
          await keep(item, result);
          done += 1;
          onProgress(done / items.length);
        };
        await runBatch(items, { workers: batch.workers, signal, compute, failed, onResult });
      },
      { topic },
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ color: 'red', title: text.app.resultNotStored, message });
  }
}
