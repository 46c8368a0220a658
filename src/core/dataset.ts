/** What a measurement becomes after reading: named columns of equal length, in canonical units. */
import { numbersOf, type ColumnValues } from '#core/columnValues.ts';

export type DatasetKind = 'cycling' | 'impedance' | 'diffraction';

/**
 * One column. `name` is a core name that carries its unit (`current_A`, see columns.ts) or, for a quantity the
 * core has no name for, a name made from the vendor's own title. NaN means "not recorded".
 */
export interface Column {
  readonly name: string;
  readonly unit: string;
  /** The vendor's title of the column, as the file has it; empty when the column was derived. */
  readonly source: string;
  readonly values: ColumnValues;
  /** For text columns: `values` holds indexes into this list. */
  readonly categories?: readonly string[];
  /** For columns the file does not hold: the rule by which they were computed. */
  readonly derivedBy?: string;
}

export type MetadataValue = string | number | boolean | null;
export type Metadata = Readonly<Record<string, MetadataValue>>;

export interface Dataset {
  readonly kind: DatasetKind;
  /** Distinguishes the datasets of one file, such as "GEIS 3 of 45". */
  readonly label: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly metadata: Metadata;
  /** Rows (from 0) before which the instrument paused: no current flows over the interval before such a row. */
  readonly breaks?: readonly number[];
}

/** The column of that core name, or undefined. */
export function findColumn(dataset: Pick<Dataset, 'columns'>, name: string): Column | undefined {
  return dataset.columns.find((column) => column.name === name);
}

/** The numbers of the column of that core name, ready to compute with, or undefined. */
export function findNumbers(dataset: Pick<Dataset, 'columns'>, name: string): Float64Array | undefined {
  const column = findColumn(dataset, name);
  return column && numbersOf(column.values);
}
