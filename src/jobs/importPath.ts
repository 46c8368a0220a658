/** Imports a file by its path: opened, read, checked, hashed and closed. */
import { basename } from 'node:path';
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { importFile, type ImportOutcome, type ImportProgress } from '#core/import/importFile.ts';
import type { TableScanner } from '#core/import/text/tableLayout.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { excludeRows } from '#core/project/excludeRows.ts';
import { importArchived } from '#jobs/importArchived.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';
import { createNodeHasher } from '#jobs/nodeHasher.ts';

export interface PathRequest {
  readonly path: string;
  /** The user's answer to the question whether the file holds Z'' or −Z''. */
  readonly impedanceSign?: ImpedanceSign;
  /** The user's answer to the question which X-rays were used. */
  readonly radiation?: Radiation;
  /** The path is that of a study file, and these datasets of one of its imported files are meant. */
  readonly datasetIds?: readonly string[];
  /** Rows that the study leaves out of its spectra; a study file knows them itself. */
  readonly excludedRows?: readonly number[];
}

export interface PathOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Shares the tables of a large file between workers. */
  readonly scannerOf?: (path: string) => TableScanner;
  /** SHA-256 of a large file, from another worker. */
  readonly digestOf?: (path: string, signal: AbortSignal | undefined) => Promise<string>;
}

/** Smaller files are done before another worker has begun; their bytes are hashed as they are read. */
const SHARED_FROM_BYTES = 8 * 1024 * 1024;

type Answers = Pick<PathRequest, 'impedanceSign' | 'radiation'>;

export async function importPath(
  { path, impedanceSign, radiation, datasetIds, excludedRows = [] }: PathRequest,
  options: PathOptions = {},
): Promise<ImportOutcome> {
  const answers = { ...(impedanceSign && { impedanceSign }), ...(radiation && { radiation }) };
  if (datasetIds) return importArchived({ path, datasetIds, ...answers });
  const outcome = await readPath(path, answers, options);
  if (!outcome.ok) return outcome;
  const { datasets, warnings } = excludeRows(outcome.datasets, () => excludedRows);
  const { receipt } = outcome;
  return { ...outcome, datasets, receipt: { ...receipt, warnings: [...receipt.warnings, ...warnings] } };
}

async function readPath(
  path: string,
  answers: Answers,
  { scannerOf, digestOf, ...options }: PathOptions,
): Promise<ImportOutcome> {
  const opened = await openFileSource(path);
  if (!opened.ok) {
    const file = { name: basename(path), bytes: 0, sha256: null };
    return { ok: false, file, format: null, problem: opened.problem };
  }
  try {
    const shared = opened.source.size >= SHARED_FROM_BYTES;
    const scanTable = shared ? scannerOf?.(path) : undefined;
    return await importFile(opened.source, {
      ...options,
      ...(scanTable && { scanTable }),
      ...(shared && digestOf && { digest: () => digestOf(path, options.signal) }),
      ...answers,
      createHasher: createNodeHasher,
    });
  } finally {
    await opened.source.close();
  }
}
