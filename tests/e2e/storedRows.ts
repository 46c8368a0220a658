/** What the study store holds, read from the database itself and not through the application. */
import type { Page } from '@playwright/test';

export interface StoredRows {
  readonly studies: readonly string[];
  readonly files: readonly string[];
  readonly datasets: number;
  /** Everything that does not fit together, in words. Empty for a store that is whole. */
  readonly faults: readonly string[];
}

interface Dataset {
  readonly id: string;
  readonly studyId: string;
  readonly importId: string;
  readonly rows: number;
  readonly columns: readonly { readonly name: string }[];
}

interface Tables {
  readonly studies: readonly { readonly id: string }[];
  readonly imports: readonly { id: string; receipt: { file: { name: string } } }[];
  readonly datasets: readonly Dataset[];
  /** Values stored by `dataset/column`. */
  readonly values: Readonly<Record<string, number>>;
}

/** Runs in a page of the application's origin; null when there is no database yet. */
async function readTables(): Promise<Tables | null> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => {
        done(request.result);
      };
      request.onerror = () => {
        fail(request.error ?? new Error('the database did not answer'));
      };
    });
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'amalgam')) return null;
  const database = await answer(indexedDB.open('amalgam'));
  const all = async (table: string) => {
    const request: IDBRequest<unknown[]> = database.transaction(table).objectStore(table).getAll();
    return (await answer(request)) as never[];
  };
  const blocks: { datasetId: string; column: string; values: Float64Array }[] = await all('blocks');
  const values: Record<string, number> = {};
  for (const { datasetId, column, values: block } of blocks) {
    const key = `${datasetId}/${column}`;
    values[key] = (values[key] ?? 0) + block.length;
  }
  const [studies, imports, datasets] = [await all('studies'), await all('imports'), await all('datasets')];
  database.close();
  return { studies, imports, datasets, values };
}

function faultsOfDataset(dataset: Dataset, { studies, imports, values }: Tables): string[] {
  const faults: string[] = [];
  if (!studies.some(({ id }) => id === dataset.studyId)) faults.push(`dataset ${dataset.id} has no study`);
  if (!imports.some(({ id }) => id === dataset.importId)) faults.push(`dataset ${dataset.id} has no import`);
  for (const { name } of dataset.columns) {
    const stored = values[`${dataset.id}/${name}`] ?? 0;
    if (stored !== dataset.rows) faults.push(`${dataset.id}: ${stored} of ${dataset.rows} values of ${name}`);
  }
  return faults;
}

function faultsOf(tables: Tables): string[] {
  const { datasets, imports, values } = tables;
  const known = new Set(datasets.map(({ id }) => id));
  return [
    ...datasets.flatMap((dataset) => faultsOfDataset(dataset, tables)),
    ...imports
      .filter(({ id }) => !datasets.some(({ importId }) => importId === id))
      .map(({ receipt }) => `${receipt.file.name} has a receipt and no dataset`),
    ...Object.keys(values)
      .filter((key) => !known.has(key.split('/')[0] ?? ''))
      .map((key) => `values of ${key} without a dataset`),
  ];
}

export async function storedRows(page: Page): Promise<StoredRows> {
  const tables = await page.evaluate(readTables);
  if (tables === null) return { studies: [], files: [], datasets: 0, faults: [] };
  return {
    studies: tables.studies.map(({ id }) => id),
    files: tables.imports.map(({ receipt }) => receipt.file.name).sort(),
    datasets: tables.datasets.length,
    faults: faultsOf(tables),
  };
}
