/**
 * A study as one portable file, `.amalgam`: a ZIP whose member `study.json` describes everything but numbers, with one
 * member of numbers for each dataset. In that member the columns stand one after the other as little-endian numbers of
 * their own width, each beginning at a multiple of 8 bytes. Members are kept as they are: they need no unpacking, and
 * the CRC-32 that ZIP keeps with each tells a damaged one.
 */
import { createValues, type ValueKind } from '#core/columnValues.ts';
import type { Column, Dataset } from '#core/dataset.ts';
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { KeptResults } from '#core/project/keptResult.ts';
import type { Cell, StateTag, Study } from '#core/project/study.ts';

export const ARCHIVE_SCHEMA = 'amalgam-archive';
/** Raised whenever an older program would misread the file. */
export const ARCHIVE_VERSION = 1;
export const ARCHIVE_EXTENSION = '.amalgam';
export const ARCHIVE_MIME = 'application/x-amalgam-study';
export const DESCRIPTION_MEMBER = 'study.json';

export interface ArchivedColumn extends Omit<Column, 'values'> {
  readonly dtype: ValueKind;
}

/** A blank as it was when it was chosen for a spectrum. */
export interface ArchivedBlank {
  readonly datasetId: string;
  readonly fileName: string;
  readonly contentKey: string;
  readonly impedanceSign: ImpedanceSign;
  readonly excludedRows: readonly number[];
}

/** A dataset without its numbers, with what the user set on it. */
export interface ArchivedDataset extends Omit<Dataset, 'columns'> {
  readonly id: string;
  readonly importId: string;
  readonly cellId: string | null;
  readonly position: number;
  readonly fileName: string;
  readonly columns: readonly ArchivedColumn[];
  readonly state: StateTag;
  readonly contentKey: string;
  readonly excludedRows?: readonly number[];
  readonly impedanceSign?: ImpedanceSign | undefined;
  readonly radiation?: string | undefined;
  readonly blanks?:
    | { readonly short?: ArchivedBlank | undefined; readonly open?: ArchivedBlank | undefined }
    | undefined;
}

export interface ArchivedImport {
  readonly id: string;
  readonly importedAt: string;
  readonly receipt: Receipt;
}

/** The member `study.json`. */
export interface ArchiveDocument {
  readonly schema: typeof ARCHIVE_SCHEMA;
  readonly version: typeof ARCHIVE_VERSION;
  readonly study: Study;
  readonly cells: readonly Cell[];
  readonly imports: readonly ArchivedImport[];
  readonly datasets: readonly ArchivedDataset[];
  /** Absent in files of older programs, and where nothing is kept. */
  readonly kept?: KeptResults;
}

/** Name of the member with the numbers of the dataset at that place of the list. */
export function numbersMember(index: number): string {
  return `columns/${index + 1}.bin`;
}

export interface NumbersLayout {
  /** Where each column begins, in bytes. */
  readonly offsets: readonly number[];
  readonly bytes: number;
}

const ALIGNMENT = 8;

export function numbersLayout({ rows, columns }: Pick<ArchivedDataset, 'rows' | 'columns'>): NumbersLayout {
  const offsets: number[] = [];
  let bytes = 0;
  for (const { dtype } of columns) {
    offsets.push(bytes);
    const width = createValues(dtype, 0).BYTES_PER_ELEMENT;
    bytes += Math.ceil((rows * width) / ALIGNMENT) * ALIGNMENT;
  }
  return { offsets, bytes };
}
