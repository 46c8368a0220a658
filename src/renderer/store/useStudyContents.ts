/** What the window shows of the database: read again when a change touches it. */
import { Dexie, type ObservabilitySet } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Cell, Study } from '#core/project/study.ts';
import type { StudyDatabase } from './schema.ts';
import type { StudyContents } from './studyStore.ts';

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

interface Reading {
  readonly database: StudyDatabase;
  readonly studyId: string;
  readonly pause_ms: () => number;
  readonly onContents: (contents: StudyContents | null) => void;
}

/** Reads now and after every change, one reading at a time; returns how to end it. */
function followContents({ database, studyId, pause_ms, onContents }: Reading): () => void {
  let ended = false;
  let reading = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const read = async () => {
    waiting = undefined;
    reading = true;
    const contents = await readContents(database, studyId).finally(() => {
      reading = false;
    });
    if (!ended) onContents(contents);
  };
  const schedule = () => {
    waiting ??= setTimeout(() => {
      if (!reading) void read();
      else {
        waiting = undefined;
        schedule();
      }
    }, pause_ms());
  };
  const onMutated = (parts: ObservabilitySet) => {
    if (touches(parts, database)) schedule();
  };
  Dexie.on('storagemutated', onMutated);
  void read();
  return () => {
    ended = true;
    clearTimeout(waiting);
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
  database: StudyDatabase,
  studyId: string | null,
  pause_ms: () => number,
): StudyContents | null | undefined {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (studyId === null) return undefined;
    const onContents = (contents: StudyContents | null) => {
      setShown({ studyId, contents });
    };
    return followContents({ database, studyId, pause_ms, onContents });
  }, [database, studyId, pause_ms]);
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
      return {
        study,
        cells: cells.sort(byGroupAndOrder(study)),
        datasets: datasets.sort((a, b) => a.fileName.localeCompare(b.fileName) || a.position - b.position),
        imports: imports.sort((a, b) => a.importedAt.localeCompare(b.importedAt)),
      };
    },
  );
}

function byGroupAndOrder(study: Study): (a: Cell, b: Cell) => number {
  const rank = new Map(study.groups.map((group, index) => [group.id, index]));
  const rankOf = (cell: Cell) => (cell.groupId === null ? Infinity : (rank.get(cell.groupId) ?? Infinity));
  return (a, b) => {
    const ranks = [rankOf(a), rankOf(b)] as const;
    return ranks[0] === ranks[1] ? a.order - b.order || a.name.localeCompare(b.name) : ranks[0] - ranks[1];
  };
}
