/** Live queries: they run again when a change touches what they read. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Cell, Study } from '#core/project/study.ts';
import type { StudyDatabase } from './schema.ts';
import type { StudyContents } from './studyStore.ts';

export function useStudies(database: StudyDatabase): readonly Study[] | undefined {
  return useLiveQuery(async () => {
    const studies = await database.studies.toArray();
    return studies.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  }, [database]);
}

/** Undefined while it loads, null when there is no such study. */
export function useStudyContents(
  database: StudyDatabase,
  studyId: string | null,
): StudyContents | null | undefined {
  return useLiveQuery(
    () => (studyId === null ? Promise.resolve(null) : readContents(database, studyId)),
    [database, studyId],
  );
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
