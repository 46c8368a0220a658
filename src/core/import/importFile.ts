/** From a file to datasets with a receipt, or to a problem. The same function runs in every host's worker. */
import type { Dataset } from '#core/dataset.ts';
import { applyImpedanceSign, type ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import { runChecks } from '#core/import/checks/checks.ts';
import type { FileHead, FileInput, Format, ReadFacts } from '#core/import/format.ts';
import { readHead } from '#core/import/readHead.ts';
import type { Receipt } from '#core/import/receipt.ts';
import { recognise } from '#core/import/recognise.ts';
import { scanTable } from '#core/import/text/scanTable.ts';
import type { Parsed } from '#core/import/joinOutcomes.ts';
import type { TableScanner } from '#core/import/text/tableLayout.ts';
import type { Hasher } from '#core/import/hasher.ts';
import {
  createTrackedSource,
  ImportStopped,
  stoppedByReading,
  type TrackedSource,
} from '#core/import/trackedSource.ts';
import type { Problem, Warning } from '#core/problem.ts';
import { applyRadiation } from '#core/xrd/applyRadiation.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { CORE_VERSION } from '#core/version.ts';

export interface ImportProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export interface ImportOptions {
  readonly createHasher: () => Hasher;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Hashes the whole file on another thread while it is read, in place of `createHasher`; rejects as a read does. */
  readonly digest?: () => Promise<string>;
  /** Replaces the built-in single-threaded scanner. */
  readonly scanTable?: TableScanner;
  /** Replaces the registry of formats. */
  readonly formats?: readonly Format[];
  /** The user's answer to the question whether the file holds Z'' or −Z''; left out: it is asked where nothing tells. */
  readonly impedanceSign?: ImpedanceSign;
  /** The user's answer to the question which X-rays were used, in place of what the file says. */
  readonly radiation?: Radiation;
}

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly receipt: Receipt;
      readonly datasets: readonly Dataset[];
      /** Of a file that describes phases, and holds no measurement. */
      readonly phases?: readonly Phase[];
    }
  | {
      readonly ok: false;
      readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string | null };
      readonly format: string | null;
      readonly problem: Problem;
    };

export type ImportFile = (source: ByteSource, options: ImportOptions) => Promise<ImportOutcome>;

/**
 * Recognises a file by its content, reads it, runs the checks and hashes the whole file in the same pass.
 * Whatever is wrong with the file, cancellation included (`cancelled`), is the outcome's problem; the promise rejects
 * only for a bug in this program.
 */
export const importFile: ImportFile = async (source, options) => {
  const hasher = options.digest ? NO_HASHER : options.createHasher();
  const tracked = createTrackedSource(source, hasher, options.signal);
  const found: { format: string | null; sha256: string | null } = { format: null, sha256: null };
  try {
    return await importTracked(source, tracked, options, found);
  } catch (error) {
    if (!(error instanceof ImportStopped)) throw error;
    return failed(source, found, error.problem);
  }
};

const NO_HASHER: Hasher = { update: () => undefined, digest: () => '' };

/** `found` keeps what is known when the import stops half way. */
async function importTracked(
  original: ByteSource,
  tracked: TrackedSource,
  options: ImportOptions,
  found: { format: string | null; sha256: string | null },
): Promise<ImportOutcome> {
  const head = await readHead(tracked.source);
  const recognition = recognise(head, options.formats);
  if (!recognition.ok) return failed(original, found, recognition.problem);
  const { format } = recognition;
  found.format = format.id;
  const hash = startHash(original.name, tracked, options);
  const parsed = await format.parse(fileInput(tracked.source, head, options));
  if (!parsed.ok) return failed(original, found, parsed.problem);
  const { datasets, facts, warnings: told } = withAnswers(parsed, options);
  const { checks, warnings } = runChecks(datasets, facts);
  found.sha256 = await hash();
  options.onProgress?.({ bytesDone: original.size, bytesTotal: original.size });
  const receipt: Receipt = {
    ...facts,
    file: { name: original.name, bytes: original.size, sha256: found.sha256 },
    format: format.id,
    parserVersion: format.parserVersion,
    coreVersion: CORE_VERSION,
    checks,
    warnings: [...told, ...rejectionWarning(facts), ...warnings, ...(await changeWarning(original))],
  };
  return { ok: true, receipt, datasets, ...(parsed.phases && { phases: parsed.phases }) };
}

/** Begins to hash beside the format where that can be; the result waits for the rest, and stops the import if it must. */
function startHash(name: string, tracked: TrackedSource, options: ImportOptions): () => Promise<string> {
  const elsewhere = options.digest && stoppedByReading(name, options.digest());
  // A host's own scanner reads elsewhere, so the hash does not wait for bytes that never pass here.
  const begun = elsewhere ?? (options.scanTable && tracked.digest());
  // An import that fails first has no use for what becomes of its hash.
  begun?.catch(() => undefined);
  return async () => {
    try {
      return await (begun ?? tracked.digest());
    } catch (error) {
      throw options.signal?.aborted ? new ImportStopped({ code: 'cancelled' }) : error;
    }
  };
}

/** What the user says of the file beside what it says itself. */
function withAnswers(parsed: Parsed, { impedanceSign, radiation }: ImportOptions): Parsed {
  return withRadiation(withSign(parsed, impedanceSign), radiation);
}

/** The sign of Z'' as the user says it is; a question that is answered is not asked. */
function withSign(parsed: Parsed, sign: ImpedanceSign | undefined): Parsed {
  if (sign === undefined) return parsed;
  return {
    ...parsed,
    datasets: parsed.datasets.map((dataset) => applyImpedanceSign(dataset, sign)),
    warnings: parsed.warnings.filter(({ code }) => code !== 'zim-sign-assumed'),
  };
}

/** The X-rays as the user names them; a question that is answered is not asked. */
function withRadiation(parsed: Parsed, radiation: Radiation | undefined): Parsed {
  if (radiation === undefined) return parsed;
  return {
    ...parsed,
    datasets: parsed.datasets.map((dataset) => applyRadiation(dataset, radiation)),
    warnings: parsed.warnings.filter(({ code }) => code !== 'radiation-unknown'),
  };
}

function fileInput(source: ByteSource, head: FileHead, options: ImportOptions): FileInput {
  return {
    source,
    head,
    signal: options.signal,
    scanTable: options.scanTable ?? scanTable,
    onBytes: (bytesDone) => options.onProgress?.({ bytesDone, bytesTotal: source.size }),
  };
}

/** Rows left out are said once for every format, with the first of their lines. */
function rejectionWarning({ rowsRejected, rejectedLines }: ReadFacts): Warning[] {
  if (rowsRejected === 0) return [];
  const examples = rejectedLines.slice(0, 3).map(({ line, reason }) => `line ${line}: ${reason}`);
  return [{ code: 'rows-rejected', count: rowsRejected, examples: examples.join('; ') }];
}

/** A file that grew, shrank or vanished while it was read. */
async function changeWarning(source: ByteSource): Promise<Warning[]> {
  const size = await source.sizeNow().catch(() => -1);
  return size === source.size ? [] : [{ code: 'file-changed' }];
}

function failed(
  source: ByteSource,
  found: { readonly format: string | null; readonly sha256: string | null },
  problem: Problem,
): ImportOutcome {
  const file = { name: source.name, bytes: source.size, sha256: found.sha256 };
  return { ok: false, file, format: found.format, problem };
}
