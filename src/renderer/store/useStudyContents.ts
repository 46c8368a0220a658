/** What the window shows of the database: read again when a change touches it. */
import { Dexie, type ObservabilitySet } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { startTransition, useEffect, useState } from 'react';
import type { Study } from '#core/project/study.ts';
import { sameContents, sortedContents, withRows } from './contentsRows.ts';
import type { StudyDatabase } from './schema.ts';
import type { PendingEvent, StudyContents, StudyStore } from './studyStore.ts';

export function useStudies(database: StudyDatabase): readonly Study[] | undefined {
  return useLiveQuery(async () => {
    const studies = await database.studies.toArray();
    return studies.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  }, [database]);
}

/** Tables that a study's contents are read from. */
const READ = ['studies', 'cells', 'datasets', 'imports'] as const;

function touches(parts: ObservabilitySet, { name }: StudyDatabase): boolean {
  const tables = READ.map((table) => `idb://${name}/${table}/`);
  return Object.keys(parts).some((part) => tables.some((table) => part.startsWith(table)));
}

interface Following {
  readonly store: StudyStore;
  readonly studyId: string;
  readonly pause_ms: () => number;
  readonly onContents: (contents: StudyContents | null) => void;
}

/** Does `work` at once, or as soon as the last time is `pause_ms` ago; whoever asks meanwhile is served by that. */
function createPaced(work: () => void, pause_ms: () => number) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const run = () => {
    waiting = undefined;
    last = performance.now();
    work();
  };
  return {
    soon: () => {
      waiting ??= setTimeout(run, Math.max(0, last + pause_ms() - performance.now()));
    },
    stop: () => {
      clearTimeout(waiting);
    },
  };
}

/**
 * What the database holds, with the changes on their way into it: a change shows without a look into the database,
 * which answers nobody while it stores.
 */
function createPicture({ store, onContents }: Following) {
  let stored: StudyContents | null | undefined;
  let shown: StudyContents | null | undefined;
  const show = () => {
    if (stored === undefined) return;
    const now = stored && withRows(stored, store.pendingRows());
    const next = shown && now ? sameContents(shown, now) : now;
    if (next === shown) return;
    shown = next;
    onContents(next);
  };
  return {
    show,
    read: (contents: StudyContents | null) => {
      stored = contents;
      show();
    },
    /** The next reading will say the same. */
    keep: ({ kind, rows }: PendingEvent) => {
      if (kind === 'stored' && stored) stored = withRows(stored, rows);
    },
  };
}

/** Reads now and after every change, one reading at a time; returns how to end it. */
function followContents(following: Following): () => void {
  const { store, studyId, pause_ms } = following;
  const { database } = store;
  const picture = createPicture(following);
  let ended = false;
  let reading = false;
  let outdated = false;
  const read = async () => {
    outdated = reading;
    if (reading) return;
    reading = true;
    const contents = await readContents(database, studyId).finally(() => {
      reading = false;
    });
    if (ended) return;
    picture.read(contents);
    if (outdated) reader.soon();
  };
  const reader = createPaced(() => void read(), pause_ms);
  const painter = createPaced(picture.show, pause_ms);
  const onMutated = (parts: ObservabilitySet) => {
    if (touches(parts, database)) reader.soon();
  };
  const forget = store.onPending((event) => {
    picture.keep(event);
    painter.soon();
  });
  Dexie.on('storagemutated', onMutated);
  void read();
  return () => {
    ended = true;
    reader.stop();
    painter.stop();
    forget();
    Dexie.on.storagemutated.unsubscribe(onMutated);
  };
}

interface Shown {
  readonly studyId: string;
  readonly contents: StudyContents | null;
}

/**
 * Undefined while it loads, null when there is no such study. `pause_ms` says how long a newer state may wait: while
 * a folder of files comes in, the study is not read and drawn anew for every one of them.
 */
export function useStudyContents(
  store: StudyStore,
  studyId: string | null,
  pause_ms: () => number,
): StudyContents | null | undefined {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (studyId === null) return undefined;
    const onContents = (contents: StudyContents | null) => {
      const show = () => {
        setShown({ studyId, contents });
      };
      // While files come in, frames go on between the pieces of a rendering.
      if (pause_ms() > 0) startTransition(show);
      else show();
    };
    return followContents({ store, studyId, pause_ms, onContents });
  }, [store, studyId, pause_ms]);
  if (studyId === null) return null;
  return shown?.studyId === studyId ? shown.contents : undefined;
}

export async function readContents(database: StudyDatabase, studyId: string): Promise<StudyContents | null> {
  return database.transaction(
    'r',
    database.studies,
    database.cells,
    database.datasets,
    database.imports,
    async () => {
      const study = await database.studies.get(studyId);
      if (!study) return null;
      const cells = await database.cells.where({ studyId }).toArray();
      const datasets = await database.datasets.where({ studyId }).toArray();
      const imports = await database.imports.where({ studyId }).toArray();
      return sortedContents({ study, cells, datasets, imports });
    },
  );
}
