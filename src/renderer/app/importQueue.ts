/** Files on their way into a study, one after the other; observable, so that the Data view can show them. */
import { describeProblem } from '#core/describeProblem.ts';
import type { Words } from '#core/text/words.ts';
import type { Platform, PickedFile } from '../platform/platform.ts';
import { UNPLACED, type Batch, type Placement } from '../store/changes/importChanges.ts';
import { isAbort } from '../store/storageError.ts';
import type { StudyStore } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import { storeImport, type StoredOutcome } from './storeImport.ts';
import type { WorkList, WorkReport } from './workList.ts';

export type QueueStatus =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly fraction: number }
  | { readonly kind: 'storing' }
  | StoredOutcome
  | { readonly kind: 'failed'; readonly words: Words }
  | { readonly kind: 'cancelled' };

export interface QueueItem {
  readonly id: number;
  readonly studyId: string;
  readonly file: PickedFile;
  readonly placement: Placement;
  readonly batch: Batch;
  readonly status: QueueStatus;
}

export interface PlacedFile {
  readonly file: PickedFile;
  readonly placement?: Placement;
}

export interface ImportQueue {
  readonly items: () => readonly QueueItem[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when all of these have ended, one way or another. */
  readonly add: (studyId: string, files: readonly PlacedFile[]) => Promise<void>;
  readonly cancel: (id: number) => void;
  readonly retry: (id: number) => void;
  readonly clearFinished: () => void;
}

export interface QueueHost {
  readonly platform: Platform;
  readonly store: StudyStore;
  readonly work: WorkList;
}

export function isFinished({ status }: QueueItem): boolean {
  return status.kind !== 'waiting' && status.kind !== 'reading' && status.kind !== 'storing';
}

/** The list itself: what is known of every file, and who wants to hear of a change. */
function createItems() {
  let items: readonly QueueItem[] = [];
  let nextId = 1;
  const listeners = new Set<() => void>();
  const show = (changed: readonly QueueItem[]) => {
    items = changed;
    for (const listener of listeners) listener();
  };
  return {
    all: () => items,
    show,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setStatus: (id: number, status: QueueStatus) => {
      show(items.map((item) => (item.id === id ? { ...item, status } : item)));
    },
    append: (added: readonly Omit<QueueItem, 'id'>[]) => {
      show([...items, ...added.map((item) => ({ ...item, id: nextId++ }))]);
    },
  };
}

/** Reads and stores one file and returns how it ended; never rejects. */
async function importOne(
  host: QueueHost,
  item: QueueItem,
  signal: AbortSignal,
  onStatus: (status: QueueStatus) => void,
): Promise<QueueStatus> {
  try {
    onStatus({ kind: 'reading', fraction: 0 });
    const outcome = await host.platform.importFile(item.file, {
      signal,
      onProgress: ({ bytesDone, bytesTotal }) => {
        onStatus({ kind: 'reading', fraction: bytesTotal > 0 ? bytesDone / bytesTotal : 0 });
      },
    });
    if (signal.aborted) return { kind: 'cancelled' };
    if (!outcome.ok) return { kind: 'failed', words: describeProblem(outcome.problem) };
    onStatus({ kind: 'storing' });
    return await storeImport(host.store, item, outcome, signal);
  } catch (error) {
    if (signal.aborted || isAbort(error)) return { kind: 'cancelled' };
    return { kind: 'failed', words: wordsOf(error) };
  }
}

function wordsOf(error: unknown): Words {
  const message = error instanceof Error ? error.message : String(error);
  return { message, hint: text.data.queue.crashHint };
}

export function createImportQueue(host: QueueHost): ImportQueue {
  const list = createItems();
  const running = new Map<number, AbortController>();
  let draining: Promise<void> | null = null;

  const runNext = async (item: QueueItem, report: WorkReport) => {
    const controller = new AbortController();
    running.set(item.id, controller);
    const { done, total } = progressOf(list.all(), item);
    const label = text.data.queue.work(item.file.name, done + 1, total);
    const status = await importOne(host, item, controller.signal, (now) => {
      list.setStatus(item.id, now);
      report.onProgress((done + (now.kind === 'reading' ? now.fraction : 0)) / total, label);
    });
    running.delete(item.id);
    list.setStatus(item.id, status);
  };

  const drain = async (report: WorkReport) => {
    report.signal.addEventListener('abort', () => {
      for (const item of list.all()) cancel(item.id);
    });
    for (;;) {
      const next = list.all().find(({ status }) => status.kind === 'waiting');
      if (!next) return;
      await runNext(next, report);
    }
  };

  const start = (): Promise<void> => {
    draining ??= host.work.run(text.data.queue.title, drain).finally(() => {
      draining = null;
    });
    return draining;
  };

  const cancel = (id: number) => {
    running.get(id)?.abort();
    const item = list.all().find((candidate) => candidate.id === id);
    if (item?.status.kind === 'waiting') list.setStatus(id, { kind: 'cancelled' });
  };

  return {
    items: list.all,
    subscribe: list.subscribe,
    add: (studyId, files) => {
      list.append(waitingItems(studyId, files));
      return start();
    },
    cancel,
    retry: (id) => {
      list.setStatus(id, { kind: 'waiting' });
      void start();
    },
    clearFinished: () => {
      list.show(list.all().filter((item) => !isFinished(item)));
    },
  };
}

/** How many files of the same drop have ended. */
function progressOf(items: readonly QueueItem[], { batch }: QueueItem): { done: number; total: number } {
  const siblings = items.filter((item) => item.batch.id === batch.id);
  return { done: siblings.filter(isFinished).length, total: Math.max(siblings.length, 1) };
}

function waitingItems(studyId: string, files: readonly PlacedFile[]): readonly Omit<QueueItem, 'id'>[] {
  const batch = { id: crypto.randomUUID(), size: files.length };
  return files.map(({ file, placement = UNPLACED }) => ({
    studyId,
    file,
    placement,
    batch,
    status: { kind: 'waiting' },
  }));
}
