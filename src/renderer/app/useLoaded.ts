/** Loads something for each of a changing list; what leaves the list is cancelled and forgotten. */
import { useEffect, useRef, useState } from 'react';

export type Loaded<R> =
  | { readonly ok: true; readonly value: R }
  | { readonly ok: false; readonly error: unknown };

export interface Loader<T, R> {
  readonly keyOf: (item: T) => string;
  readonly load: (item: T, signal: AbortSignal) => Promise<R>;
}

function without<R>(map: ReadonlyMap<string, R>, keys: readonly string[]): ReadonlyMap<string, R> {
  const kept = new Map(map);
  for (const key of keys) kept.delete(key);
  return kept;
}

/** Ends what is under way for keys that are wanted no more, and returns them. */
function abandon(running: Map<string, AbortController>, wanted: ReadonlySet<string>): readonly string[] {
  const gone = [...running.keys()].filter((key) => !wanted.has(key));
  for (const key of gone) {
    running.get(key)?.abort();
    running.delete(key);
  }
  return gone;
}

/** Results by key, as they come. */
export function useLoaded<T, R>(items: readonly T[], loader: Loader<T, R>): ReadonlyMap<string, Loaded<R>> {
  const [loaded, setLoaded] = useState<ReadonlyMap<string, Loaded<R>>>(new Map());
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const { keyOf, load } = loader;
    const gone = abandon(running.current, new Set(items.map(keyOf)));
    if (gone.length > 0) setLoaded((map) => without(map, gone));
    for (const item of items) {
      const key = keyOf(item);
      if (running.current.has(key)) continue;
      const controller = new AbortController();
      running.current.set(key, controller);
      const put = (result: Loaded<R>) => {
        if (!controller.signal.aborted) setLoaded((map) => new Map(map).set(key, result));
      };
      load(item, controller.signal).then(
        (value) => {
          put({ ok: true, value });
        },
        (error: unknown) => {
          put({ ok: false, error });
        },
      );
    }
  }, [items, loader]);
  useEffect(() => {
    const all = running.current;
    return () => void abandon(all, new Set());
  }, []);
  return loaded;
}
