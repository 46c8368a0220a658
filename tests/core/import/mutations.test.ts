/** Property: whatever happens to a file, its import ends in a problem or in consistent data, soon and without a throw. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportOutcome } from '#core/import/importFile.ts';
import { FIXTURES, importBytes } from '../../support/importBytes.ts';
import { damaged, DAMAGES, runSeed, seededRandom } from '../../support/seededBytes.ts';
import { sharedFile, sharedFiles } from '../../support/sharedData.ts';

const LARGEST_BYTES = 65_536;
/** More in a longer run: AMALGAM_MUTATIONS. */
const MUTATIONS = Math.max(2_000, Number(process.env['AMALGAM_MUTATIONS'] ?? 0));
const LONGEST_MS = 5_000;

interface Specimen {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Format of the undamaged file. */
  readonly format?: string;
}

function small(name: string, path: string): Specimen[] {
  const { size } = statSync(path);
  return size > 0 && size < LARGEST_BYTES ? [{ name, bytes: readFileSync(path) }] : [];
}

function ownFixtures(): Specimen[] {
  const files = readdirSync(FIXTURES, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap((entry) => small(entry.name, join(entry.parentPath, entry.name)));
}

function realFiles(): Specimen[] {
  return sharedFiles('').flatMap((name) => small(name, sharedFile(name) ?? ''));
}

/** What must hold of every outcome; gives what does not. */
function inconsistency(outcome: ImportOutcome): string | undefined {
  if (!outcome.ok) return outcome.problem.code === 'cancelled' ? 'cancelled by nobody' : undefined;
  const { datasets, receipt, phases = [] } = outcome;
  for (const dataset of datasets) {
    const uneven = dataset.columns.find((column) => column.values.length !== dataset.rows);
    if (uneven)
      return `${dataset.label}: ${uneven.name} has ${uneven.values.length} of ${dataset.rows} values`;
  }
  const rows = datasets.reduce((sum, dataset) => sum + dataset.rows, 0);
  const toldEmpty = receipt.warnings.some(({ code }) => code === 'no-rows');
  if (rows === 0 && phases.length === 0 && !toldEmpty) return 'data without a row, untold';
  if (rows > receipt.rowsRead) return `${rows} rows in the datasets, ${receipt.rowsRead} read`;
  if (receipt.rejectedLines.length > receipt.rowsRejected) return 'more rejected lines listed than counted';
  return undefined;
}

/** Formats of one title row and one row a line: what stands below the titles must be read or counted as rejected. */
const FLAT = new Set([
  'neware-csv',
  'arbin-csv',
  'bdf-csv',
  'amalgam-csv',
  'generic-table',
  'parstat-text',
  'powersuite-text',
]);

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** Rows that were neither read nor counted, where the title row is the undamaged first line. */
function lostRows(outcome: ImportOutcome, original: Specimen, mutant: Uint8Array): string | undefined {
  if (!outcome.ok || !FLAT.has(outcome.receipt.format)) return undefined;
  if (outcome.receipt.format !== original.format) return undefined;
  const lines = linesOf(mutant);
  if (lines[0] !== linesOf(original.bytes)[0]) return undefined;
  const { rowsRead, rowsRejected } = outcome.receipt;
  if (rowsRead + rowsRejected === lines.length - 1) return undefined;
  return `${rowsRead} rows read and ${rowsRejected} rejected of ${lines.length - 1}`;
}

async function importInTime(specimen: Specimen, what: string): Promise<ImportOutcome> {
  const started = performance.now();
  const outcome = await importBytes(specimen.bytes, specimen.name).catch((error: unknown) =>
    expect.fail(`${what} threw ${error instanceof Error ? (error.stack ?? '') : String(error)}`),
  );
  expect(performance.now() - started, `${what} took too long (ms)`).toBeLessThan(LONGEST_MS);
  return outcome;
}

/** Damages the specimens in turn, `count` times, and gives how many were still read as data. */
async function mutateAll(specimens: readonly Specimen[], count: number, seed: number): Promise<number> {
  let read = 0;
  for (let n = 0; n < count; n++) {
    const random = seededRandom(seed + n);
    const specimen = specimens[n % specimens.length];
    const other = specimens[random.below(specimens.length)];
    const damage = DAMAGES[Math.floor(n / specimens.length) % DAMAGES.length];
    if (!specimen || !other || !damage) throw new Error('no specimen');
    const what = `mutation ${n} of seed ${seed}: ${damage} in ${specimen.name}`;
    const bytes = damaged(specimen.bytes, damage, random, other.bytes);
    const outcome = await importInTime({ name: specimen.name, bytes }, what);
    expect(inconsistency(outcome), what).toBeUndefined();
    expect(lostRows(outcome, specimen, bytes), what).toBeUndefined();
    if (outcome.ok) read++;
  }
  return read;
}

test(`${MUTATIONS} damaged files end in a problem or in consistent data`, { timeout: 600_000 }, async () => {
  const real = realFiles();
  const seed = runSeed();
  const readable: Specimen[] = [];
  const refused: Specimen[] = [];
  for (const specimen of [...real, ...ownFixtures()]) {
    const outcome = await importInTime(specimen, specimen.name);
    if (outcome.ok) readable.push({ ...specimen, format: outcome.receipt.format });
    else refused.push(specimen);
  }
  console.log(`${real.length} real files; ${readable.length} specimens are read, ${refused.length} refused`);
  const read = await mutateAll(readable, MUTATIONS, seed);
  await mutateAll(refused, refused.length * DAMAGES.length, seed);
  // If every damaged file were refused, the property would say nothing about reading.
  expect(read).toBeGreaterThan(MUTATIONS / 10);
  console.log(`${MUTATIONS} mutations of readable files, ${read} still read as data`);
});
