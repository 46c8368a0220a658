/** Those who want to hear of a change; told at once, or at most every so often while much happens. */
export interface Listeners {
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: () => void;
  /** For changes that come many a second, such as progress: the last of them is always told. */
  readonly tellSoon: () => void;
}

/** `pause_ms`: the least time between two tellings of `tellSoon`. */
export function createListeners(pause_ms = 100): Listeners {
  const listeners = new Set<() => void>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(waiting);
    waiting = undefined;
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
    tellSoon: () => {
      waiting ??= setTimeout(tell, pause_ms);
    },
  };
}
