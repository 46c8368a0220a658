/** Long work that the status bar shows: an observable list, written by whoever starts the work. */
import { createListeners } from './listeners.ts';

export interface WorkItem {
  readonly id: number;
  readonly label: string;
  /** What it is about, where it must not run twice at once; null = nothing in particular. */
  readonly topic: string | null;
  /** 0 … 1, or null while it is not known. */
  readonly fraction: number | null;
  /** Milliseconds of performance.now(). */
  readonly startedAt: number;
  readonly cancel: () => void;
}

export interface WorkReport {
  readonly signal: AbortSignal;
  /** `fraction` 0 … 1; `label` replaces what the status bar says. */
  readonly onProgress: (fraction: number, label?: string) => void;
}

export interface WorkList {
  readonly items: () => readonly WorkItem[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs `work` and shows it until it ends; the user may cancel it, which fires the signal. */
  run<T>(
    label: string,
    work: (report: WorkReport) => Promise<T>,
    options?: { readonly topic?: string },
  ): Promise<T>;
}

export function createWorkList(): WorkList {
  let items: readonly WorkItem[] = [];
  let nextId = 1;
  const listeners = createListeners();
  const show = (changed: readonly WorkItem[]) => {
    items = changed;
    listeners.tell();
  };
  return {
    items: () => items,
    subscribe: listeners.subscribe,
    run: async (label, work, { topic = null } = {}) => {
      const controller = new AbortController();
      const id = nextId++;
      const cancel = () => {
        controller.abort();
      };
      show([...items, { id, label, topic, fraction: null, startedAt: performance.now(), cancel }]);
      const onProgress = (fraction: number, newLabel?: string) => {
        const told = newLabel === undefined ? { fraction } : { fraction, label: newLabel };
        items = items.map((item) => (item.id === id ? { ...item, ...told } : item));
        listeners.tellSoon();
      };
      try {
        return await work({ signal: controller.signal, onProgress });
      } finally {
        show(items.filter((item) => item.id !== id));
      }
    },
  };
}
