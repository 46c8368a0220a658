/** The user's answer to the question whether a file's Z'' column holds Z'' or −Z''. */
import { numbersOf, type ColumnValues } from '#core/columnValues.ts';
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';

/** `negated`: what was read as Z'' is −Z''. */
export type ImpedanceSign = 'as-is' | 'negated';

export const IMPEDANCE_SIGNS: readonly ImpedanceSign[] = ['as-is', 'negated'];

/** Columns that change their sign with Z'', and whether they have that of Z'' or the opposite one. */
const CONJUGATED: Readonly<Record<string, 1 | -1>> = {
  zIm_ohm: 1,
  zPhase_deg: 1,
  yIm_S: -1,
  yPhase_deg: -1,
};

/**
 * The spectrum with the sign of Z'' as the user says it is; other datasets and `as-is` are returned as they came. The
 * phase and the admittance change with Z'' unless they contradict it: then they are right already.
 */
export function applyImpedanceSign<D extends Pick<Dataset, 'kind' | 'columns' | 'metadata'>>(
  dataset: D,
  sign: ImpedanceSign,
): D {
  const im = findColumn(dataset, 'zIm_ohm');
  if (sign === 'as-is' || dataset.kind !== 'impedance' || !im) return dataset;
  const columns = dataset.columns.map((column) => {
    const relation = CONJUGATED[column.name];
    return relation !== undefined && follows(column.values, im.values, relation) ? negated(column) : column;
  });
  return {
    ...dataset,
    columns,
    metadata: { ...dataset.metadata, zImSign: "inverted by the user: −(Z'' as read)" },
  };
}

export interface SignAgreement {
  /** Points at which both values are different from zero and their signs agree, or do not. */
  readonly same: number;
  readonly opposite: number;
}

/** How often two columns have the same sign. */
export function signAgreement(a: ColumnValues, b: ColumnValues): SignAgreement {
  let same = 0;
  let opposite = 0;
  for (let row = 0; row < a.length; row++) {
    const product = Math.sign(a[row] ?? NaN) * Math.sign(b[row] ?? NaN);
    if (product > 0) same++;
    if (product < 0) opposite++;
  }
  return { same, opposite };
}

function follows(values: ColumnValues, im: ColumnValues, relation: 1 | -1): boolean {
  const { same, opposite } = signAgreement(values, im);
  return relation === 1 ? same >= opposite : opposite >= same;
}

/** The column with its values negated; zero stays zero. */
export function negated(column: Column): Column {
  return { ...column, values: numbersOf(column.values).map((value) => (value === 0 ? 0 : -value)) };
}
