/** What becomes of a file that was read: stored, left out because it is there already, or put in place of its parts. */
import {
  addImport,
  replaceImports,
  type Batch,
  type ImportedFile,
  type Placement,
} from '../store/changes/importChanges.ts';
import { addedPhases } from '../store/changes/phases.ts';
import type { StudyContents, StudyStore } from '../store/studyStore.ts';
import { readContents } from '../store/useStudyContents.ts';
import { findOverlaps, type Overlaps } from './findOverlaps.ts';

/** `ask`: a file that overlaps with others is held back when cells would be touched. */
export type Overlap = 'ask' | 'replace' | 'keep';

export type StoredOutcome =
  | {
      readonly kind: 'done';
      readonly datasetIds: readonly string[];
      /** Names of files that stood for parts of this one before. */
      readonly replaced: readonly string[];
      readonly failedChecks: number;
    }
  /** `firstRow` from 1, when the file's rows stand in another, longer file; null for equal content. */
  | {
      readonly kind: 'skipped';
      readonly sameAs: string;
      readonly firstRow: number | null;
      readonly datasetIds: readonly string[];
    }
  | { readonly kind: 'held'; readonly parts: readonly string[]; readonly datasetIds: readonly string[] };

export interface StoreTarget {
  readonly studyId: string;
  readonly placement: Placement;
  readonly batch: Batch;
  readonly overlap: Overlap;
}

const STUDY_GONE = 'The study was removed while the file was read.';

export async function storeImport(
  store: StudyStore,
  target: StoreTarget,
  outcome: ImportedFile,
  signal: AbortSignal,
): Promise<StoredOutcome> {
  const { database } = store;
  const { studyId } = target;
  const { sha256 } = outcome.receipt.file;
  const same = await database.imports.where('[studyId+sha256]').equals([studyId, sha256]).first();
  if (!same && target.overlap === 'keep') return added(store, target, outcome, signal);
  const contents = await readContents(database, studyId);
  if (!contents) throw new Error(STUDY_GONE);
  if (same) return skipped(contents, same.id, null);
  // A description of a phase repeats no measurement.
  if (outcome.phases) return added(store, target, outcome, signal);
  const overlaps = await findOverlaps(store, contents, outcome);
  if (overlaps.whole) return skipped(contents, overlaps.whole.importId, overlaps.whole.firstRow + 1);
  if (target.overlap === 'ask' && !mayReplace(contents, overlaps, outcome)) return held(contents, overlaps);
  if (overlaps.parts.length === 0) return added(store, target, outcome, signal);
  const { change, datasetIds } = replaceImports(contents, overlaps.parts, outcome, target.batch);
  await store.change({ ...change, signal });
  return done(outcome, datasetIds, namesOf(contents, overlaps.parts));
}

async function added(
  store: StudyStore,
  { studyId, placement, batch }: StoreTarget,
  outcome: ImportedFile,
  signal: AbortSignal,
): Promise<StoredOutcome> {
  const study = await store.database.studies.get(studyId);
  if (!study) throw new Error(STUDY_GONE);
  const { change, datasetIds } = addImport(studyId, outcome, placement, batch);
  const rows = [...change.rows, ...addedPhases(study, outcome.phases ?? [])];
  await store.change({ ...change, rows, signal });
  return done(outcome, datasetIds, []);
}

function done(
  { receipt }: ImportedFile,
  datasetIds: readonly string[],
  replaced: readonly string[],
): StoredOutcome {
  const failedChecks = receipt.checks.filter(({ status }) => status === 'failed').length;
  return { kind: 'done', datasetIds, replaced, failedChecks };
}

function namesOf(contents: StudyContents, importIds: readonly string[]): readonly string[] {
  return contents.imports.filter(({ id }) => importIds.includes(id)).map(({ receipt }) => receipt.file.name);
}

function datasetsOf(contents: StudyContents, importIds: readonly string[]) {
  return contents.datasets.filter(({ importId }) => importIds.includes(importId));
}

/** The same file after it has grown, or parts that the user has not given to any cell yet. */
function mayReplace(contents: StudyContents, { parts }: Overlaps, { receipt }: ImportedFile): boolean {
  const grown = namesOf(contents, parts).every((name) => name === receipt.file.name);
  return grown || datasetsOf(contents, parts).every(({ cellId }) => cellId === null);
}

function skipped(contents: StudyContents, importId: string, firstRow: number | null): StoredOutcome {
  const [sameAs = ''] = namesOf(contents, [importId]);
  const datasetIds = datasetsOf(contents, [importId]).map(({ id }) => id);
  return { kind: 'skipped', sameAs, firstRow, datasetIds };
}

function held(contents: StudyContents, { parts }: Overlaps): StoredOutcome {
  const datasetIds = datasetsOf(contents, parts).map(({ id }) => id);
  return { kind: 'held', parts: namesOf(contents, parts), datasetIds };
}
