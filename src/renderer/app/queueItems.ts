/** The list of the import queue itself: what is known of every file, and who wants to hear of a change. */
import type { Words } from '#core/text/words.ts';
import type { PickedFile } from '../platform/platform.ts';
import type { Batch, Placement } from '../store/changes/importChanges.ts';
import { createListeners } from './listeners.ts';
import type { Overlap, StoredOutcome } from './storeImport.ts';

export type QueueStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly fraction: number }
  | { readonly kind: 'storing' }
  | StoredOutcome
  | { readonly kind: 'failed'; readonly words: Words }
  | { readonly kind: 'cancelled' }
  /** Named by a study.json, but not given with it. */
  | { readonly kind: 'missing' };

export interface QueueItem {
  readonly id: number;
  readonly studyId: string;
  readonly file: PickedFile;
  readonly placement: Placement;
  readonly batch: Batch;
  /** What to do with measurements that are in the study already as a part of this file, or the reverse. */
  readonly overlap: Overlap;
  readonly status: QueueStatus;
}

export function isFinished({ status }: QueueItem): boolean {
  return status.kind !== 'waiting' && status.kind !== 'reading' && status.kind !== 'storing';
}

export function createQueueItems() {
  let items: readonly QueueItem[] = [];
  let nextId = 1;
  const listeners = createListeners();
  const replace = (id: number, changes: Partial<QueueItem>) => {
    items = items.map((item) => (item.id === id ? { ...item, ...changes } : item));
  };
  const show = (changed: readonly QueueItem[]) => {
    items = changed;
    listeners.tell();
  };
  return {
    all: () => items,
    show,
    subscribe: listeners.subscribe,
    patch: (id: number, changes: Partial<QueueItem>) => {
      replace(id, changes);
      listeners.tell();
    },
    /** Comes many times a second. */
    setStatus: (id: number, status: QueueStatus) => {
      replace(id, { status });
      listeners.tellSoon();
    },
    append: (added: readonly Omit<QueueItem, 'id'>[]) => {
      show([...items, ...added.map((item) => ({ ...item, id: nextId++ }))]);
    },
  };
}
