/** Undo and redo: steps that would take back, and bring again, what was done in this window. */
import type { Step } from './applyChange.ts';
import type { HistoryState } from './studyStore.ts';

/** Older steps are forgotten; with them goes what they kept of deleted columns. */
const LONGEST = 200;

/** Takes back the newer step first. */
function joined(newer: Step, older: Step): Step {
  return {
    label: newer.label,
    rows: [...newer.rows, ...older.rows],
    columns: new Map(),
    stash: new Map([...newer.stash, ...older.stash]),
    together: newer.together,
    signal: null,
  };
}

export interface History {
  readonly state: () => HistoryState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Remembers the inverse of a new change; what could be redone is forgotten. */
  push(inverse: Step): void;
  /** Applies the last inverse and keeps the inverse of that. False when there is nothing to take back. */
  undo(apply: (step: Step) => Promise<Step>): Promise<boolean>;
  redo(apply: (step: Step) => Promise<Step>): Promise<boolean>;
}

export function createHistory(): History {
  const done: Step[] = [];
  const undone: Step[] = [];
  const listeners = new Set<() => void>();
  let state: HistoryState = { undo: null, redo: null };
  const changed = () => {
    state = { undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null };
    for (const listener of listeners) listener();
  };
  const move = async (from: Step[], to: Step[], apply: (step: Step) => Promise<Step>) => {
    const step = from.at(-1);
    if (!step) return false;
    const inverse = await apply(step);
    from.pop();
    to.push(inverse);
    changed();
    return true;
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (inverse) => {
      const previous = done.at(-1);
      const continues = previous && inverse.together !== null && previous.together === inverse.together;
      if (continues) done[done.length - 1] = joined(inverse, previous);
      else done.push(inverse);
      if (done.length > LONGEST) done.shift();
      undone.length = 0;
      changed();
    },
    undo: (apply) => move(done, undone, apply),
    redo: (apply) => move(undone, done, apply),
  };
}
