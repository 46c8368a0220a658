/** Frees what no study reaches. Nothing of the kind is ever written; this mends databases of older or broken versions. */
import type { StudyDatabase } from './schema.ts';

/** Returns how many blocks were freed. */
export async function sweepOrphans(database: StudyDatabase): Promise<number> {
  return database.transaction('rw', database.tables, async () => {
    const studies = new Set(await database.studies.toCollection().primaryKeys());
    for (const table of [database.cells, database.datasets, database.imports, database.results]) {
      await table.filter((row) => !studies.has(row.studyId)).delete();
    }
    const datasets = new Set(await database.datasets.toCollection().primaryKeys());
    const blocks = await database.blocks.toCollection().primaryKeys();
    const orphans = blocks.filter(([datasetId]) => !datasets.has(datasetId));
    await database.blocks.bulkDelete(orphans);
    return orphans.length;
  });
}
