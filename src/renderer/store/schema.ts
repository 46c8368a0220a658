/** Tables of the study store. Every change of a table is a new version with an upgrade; old versions stay listed. */
import type { ColumnValues } from '#core/columnValues.ts';
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { DatasetKind, Metadata } from '#core/dataset.ts';
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { Cell, StateTag, Study } from '#core/project/study.ts';

/** What is known of a column without its values. */
export interface ColumnInfo {
  readonly name: string;
  readonly unit: string;
  readonly source: string;
  readonly categories?: readonly string[];
  readonly derivedBy?: string;
}

/** Measured without a cell: leads shorted, or the empty holder. */
export const BLANK_KINDS = ['short', 'open'] as const;
export type BlankKind = (typeof BLANK_KINDS)[number];

/** A blank with the sign and the points it had when it was chosen. */
export interface ChosenBlank {
  readonly datasetId: string;
  readonly fileName: string;
  readonly contentKey: string;
  readonly impedanceSign: ImpedanceSign;
  readonly excludedRows: readonly number[];
}

/** A dataset without its values. */
export interface StoredDataset {
  readonly id: string;
  readonly studyId: string;
  readonly importId: string;
  /** Null = not assigned to a cell yet. */
  readonly cellId: string | null;
  /** Position within its file. */
  readonly position: number;
  readonly fileName: string;
  readonly kind: DatasetKind;
  readonly label: string;
  readonly rows: number;
  readonly columns: readonly ColumnInfo[];
  readonly metadata: Metadata;
  readonly breaks?: readonly number[];
  readonly state: StateTag;
  /** SHA-256 of the file and the position in it: the key of results that are computed from this dataset. */
  readonly contentKey: string;
  /** Rows that the user left out of computations, such as bad points of a spectrum; absent = none. */
  readonly excludedRows?: readonly number[];
  /** The user's answer to the question whether a spectrum holds Z'' or −Z''; absent = not asked, as in the file. */
  readonly impedanceSign?: ImpedanceSign | undefined;
  /** The user's answer to the question which X-rays a scan was made with, as `CuKa`; absent = as the file says. */
  readonly radiation?: string | undefined;
  /** What was measured apart and is taken out of a spectrum; absent = nothing. */
  readonly blanks?: { readonly [kind in BlankKind]?: ChosenBlank | undefined } | undefined;
}

/** One imported file. */
export interface StoredImport {
  readonly id: string;
  readonly studyId: string;
  readonly sha256: string;
  readonly importedAt: string;
  readonly receipt: Receipt;
}

/** 2^18 values of one column: storing 2 MB never holds up a frame, and an IndexedDB value holds at most 127 MiB. */
export interface StoredBlock {
  readonly datasetId: string;
  readonly column: string;
  readonly index: number;
  readonly values: ColumnValues;
}

/** A computed result, kept under a key made of its inputs, the job, the options and the core version. */
export interface StoredResult {
  readonly key: string;
  readonly studyId: string;
  readonly value: unknown;
}

export const BLOCK_VALUES = 2 ** 18;

export type StudyDatabase = Dexie & {
  readonly studies: EntityTable<Study, 'id'>;
  readonly cells: EntityTable<Cell, 'id'>;
  readonly datasets: EntityTable<StoredDataset, 'id'>;
  readonly imports: EntityTable<StoredImport, 'id'>;
  readonly blocks: Table<StoredBlock, [string, string, number]>;
  readonly results: EntityTable<StoredResult, 'key'>;
};

export function openDatabase(name: string): StudyDatabase {
  const database = new Dexie(name) as StudyDatabase;
  database.version(1).stores({
    studies: 'id',
    cells: 'id, studyId',
    datasets: 'id, studyId, importId, cellId',
    imports: 'id, studyId, [studyId+sha256]',
    blocks: '[datasetId+column+index]',
    results: 'key, studyId',
  });
  return database;
}
