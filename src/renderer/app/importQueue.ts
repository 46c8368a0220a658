/** Files on their way into a study, several at once; observable, so that the Data view can show them. */
import { describeProblem } from '#core/describeProblem.ts';
import type { Words } from '#core/text/words.ts';
import type { Platform, PickedFile } from '../platform/platform.ts';
import { UNPLACED, type Placement } from '../store/changes/importChanges.ts';
import { isAbort, StorageError } from '../store/storageError.ts';
import type { StudyStore } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import { createQueueItems, isFinished, type QueueItem, type QueueStatus } from './queueItems.ts';
import { storeImport, type Overlap } from './storeImport.ts';
import { tellFailure } from './tellFailure.ts';
import type { WorkList, WorkReport } from './workList.ts';

export interface PlacedFile {
  readonly file: PickedFile;
  readonly placement?: Placement;
  /** False for a file that is named by a study.json and was not given: it is listed, never left out in silence. */
  readonly given?: boolean;
}

export interface ImportQueue {
  readonly items: () => readonly QueueItem[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly isBusy: () => boolean;
  /** Resolves when all of these have ended, one way or another. */
  readonly add: (studyId: string, files: readonly PlacedFile[]) => Promise<void>;
  readonly cancel: (id: number) => void;
  /** Once more, with an answer to the question that held it back. */
  readonly retry: (id: number, overlap?: Overlap) => void;
  readonly clearFinished: () => void;
}

export interface QueueHost {
  readonly platform: Platform;
  readonly store: StudyStore;
  readonly work: WorkList;
}

/** Small files wait for the database more than for the processor. */
const SMALL_AT_ONCE = 3;
/** One of these has several workers of its own, and two would hold twice the memory. */
const LARGE_FROM_BYTES = 8 * 1024 * 1024;

function isLarge({ file }: QueueItem): boolean {
  return file.size >= LARGE_FROM_BYTES;
}

/** The files that may begin now, in the order of the list. */
function startable(items: readonly QueueItem[], running: ReadonlySet<number>): readonly QueueItem[] {
  const underway = items.filter(({ id }) => running.has(id));
  const waiting = items.filter(({ id, status }) => status.kind === 'waiting' && !running.has(id));
  const room = SMALL_AT_ONCE - underway.filter((item) => !isLarge(item)).length;
  const small = waiting.filter((item) => !isLarge(item)).slice(0, Math.max(room, 0));
  const large = underway.some(isLarge) ? [] : waiting.filter(isLarge).slice(0, 1);
  return [...small, ...large];
}

type StoreInTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Whether a file is in the study already is asked and acted upon before the next file asks. */
function createTurns(): StoreInTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

interface ReadingHost extends QueueHost {
  readonly inTurn: StoreInTurn;
}

/** Reads and stores one file and returns how it ended; never rejects. */
async function importOne(
  host: ReadingHost,
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
    if (!outcome.ok) return { kind: 'failed', words: describeProblem(outcome.problem) };
    onStatus({ kind: 'storing' });
    return await host.inTurn(() => {
      signal.throwIfAborted();
      return storeImport(host.store, item, outcome, signal);
    });
  } catch (error) {
    if (signal.aborted || isAbort(error)) return { kind: 'cancelled' };
    // The measurement was on the screen already, perhaps in a view without this list.
    if (error instanceof StorageError) tellFailure(error);
    return { kind: 'failed', words: wordsOf(error) };
  }
}

function wordsOf(error: unknown): Words {
  const message = error instanceof Error ? error.message : String(error);
  return { message, hint: text.data.queue.crashHint };
}

export function createImportQueue(host: QueueHost): ImportQueue {
  const list = createQueueItems();
  const reading = { ...host, inTurn: createTurns() };
  const running = new Map<number, AbortController>();
  let session: Promise<void> | null = null;
  let pump: () => void = () => undefined;

  const cancel = (id: number) => {
    const item = list.all().find((candidate) => candidate.id === id);
    if (item?.status.kind === 'waiting') list.setStatus(id, { kind: 'cancelled' });
    running.get(id)?.abort();
  };

  const begin = async (item: QueueItem, report: WorkReport) => {
    const controller = new AbortController();
    running.set(item.id, controller);
    const status = await importOne(reading, item, controller.signal, (now) => {
      list.setStatus(item.id, now);
      report.onProgress(...progressOf(list.all(), running));
    });
    running.delete(item.id);
    list.setStatus(item.id, status);
    pump();
  };

  const work = (report: WorkReport) =>
    new Promise<void>((resolve) => {
      report.signal.addEventListener('abort', () => {
        for (const item of list.all()) cancel(item.id);
      });
      pump = () => {
        for (const item of startable(list.all(), new Set(running.keys()))) void begin(item, report);
        if (running.size === 0) resolve();
      };
      pump();
    });

  const start = (): Promise<void> => {
    if (session) pump();
    else {
      session = host.work.run(text.data.queue.title, work).finally(() => {
        session = null;
      });
    }
    return session;
  };

  return {
    items: list.all,
    subscribe: list.subscribe,
    isBusy: () => running.size > 0,
    add: (studyId, files) => {
      list.append(waitingItems(studyId, files));
      return start();
    },
    cancel,
    retry: (id, overlap = 'ask') => {
      list.patch(id, { overlap, status: { kind: 'waiting' } });
      void start();
    },
    clearFinished: () => {
      list.show(list.all().filter((item) => !isFinished(item)));
    },
  };
}

/** How far all files are that came with those being read, and in words. */
function progressOf(
  items: readonly QueueItem[],
  running: ReadonlyMap<number, unknown>,
): [fraction: number, label: string] {
  const batches = new Set(items.filter(({ id }) => running.has(id)).map(({ batch }) => batch.id));
  const members = items.filter(({ batch }) => batches.has(batch.id));
  const parts = members.map((item) =>
    isFinished(item) ? 1 : item.status.kind === 'reading' ? item.status.fraction : 0,
  );
  const [only] = members;
  const label =
    members.length === 1 && only
      ? text.data.queue.work(only.file.name)
      : text.data.queue.count(members.filter(isFinished).length, members.length);
  return [parts.reduce((sum, part) => sum + part, 0) / Math.max(members.length, 1), label];
}

function waitingItems(studyId: string, files: readonly PlacedFile[]): readonly Omit<QueueItem, 'id'>[] {
  const batch = { id: crypto.randomUUID(), size: files.length };
  return files.map(({ file, placement, given = true }) => ({
    studyId,
    file,
    placement: placement ?? UNPLACED,
    batch,
    // Who describes a folder names each of its files on purpose.
    overlap: placement ? 'keep' : 'ask',
    status: { kind: given ? 'waiting' : 'missing' },
  }));
}
