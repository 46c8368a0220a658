/** Runs the real import over bytes in memory, as every host does. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { memorySource, type ByteSource } from '#core/import/byteSource.ts';
import { importFile, type ImportOptions, type ImportOutcome } from '#core/import/importFile.ts';

type Imported = Extract<ImportOutcome, { ok: true }>;

function createHasher(): ReturnType<ImportOptions['createHasher']> {
  const hash = createHash('sha256');
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest('hex'),
  };
}

export function importSource(
  source: ByteSource,
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> {
  return importFile(source, { createHasher, ...options });
}

/** Imports bytes or text (as UTF-8) under a name. */
export function importBytes(content: Uint8Array | string, name = 'test.csv'): Promise<ImportOutcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return importSource(memorySource(name, bytes));
}

export const FIXTURES = join(import.meta.dirname, '../fixtures');

export function importFixture(path: string): Promise<ImportOutcome> {
  return importBytes(readFileSync(join(FIXTURES, path)), path);
}

/** The outcome as imported data; fails the test with the problem otherwise. */
export function expectData(outcome: ImportOutcome): Imported {
  if (!outcome.ok) expect.fail(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}

/** The first dataset of an outcome. */
export function firstDataset(outcome: ImportOutcome): Dataset {
  const [dataset] = expectData(outcome).datasets;
  return dataset ?? expect.fail('no dataset');
}

/** The values of a column as plain numbers; fails the test when there is no such column. */
export function valuesOf(dataset: Dataset, name: string): number[] {
  const column = dataset.columns.find((each) => each.name === name);
  return column ? [...column.values] : expect.fail(`no column ${name}: ${namesOf(dataset).join(', ')}`);
}

/** The texts of a text column, row by row. */
export function textsOf(dataset: Dataset, name: string): (string | undefined)[] {
  const column = dataset.columns.find((each) => each.name === name);
  return column
    ? [...column.values].map((index) => column.categories?.[index])
    : expect.fail(`no column ${name}`);
}

export function namesOf(dataset: Dataset): string[] {
  return dataset.columns.map((column) => column.name);
}
