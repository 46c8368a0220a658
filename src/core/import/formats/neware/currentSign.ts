/** The sign of the current in a Neware table: signed by the program (charge > 0), or to be taken from the step type. */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Column } from '#core/dataset.ts';
import { directionOfStep } from '#core/import/formats/neware/stepType.ts';
import type { Warning } from '#core/problem.ts';

export interface SignedColumns {
  readonly columns: readonly Column[];
  readonly signRule: string;
  readonly warnings: readonly Warning[];
}

const SIGNED = 'Neware: signed in the file, charge > 0, taken as oxidation at the working electrode';
const FROM_STEPS =
  'Neware: unsigned in the file; discharge steps made negative by their step type, charge > 0, taken as oxidation at the working electrode';
const NO_STEPS =
  'Neware: no negative current and no step type in the file; read as it is, charge > 0 assumed';

/**
 * If no current is negative although discharge steps carry current, the file is unsigned and the step type decides.
 * Steps whose type names no direction (SIM, Pulse) keep their value and are named in a warning.
 */
export function signCurrentBySteps(columns: readonly Column[]): SignedColumns {
  const current = findColumn({ columns }, 'current_A');
  if (!current || current.values.some((value) => value < 0))
    return { columns, signRule: SIGNED, warnings: [] };
  const stepType = findColumn({ columns }, 'stepType');
  if (!stepType?.categories) return { columns, signRule: NO_STEPS, warnings: [] };
  const directions = stepType.categories.map(directionOfStep);
  const directionAt = (row: number): number => directions[stepType.values[row] ?? -1] ?? 0;
  const signed = numbersOf(current.values).map((value, row) =>
    value > 0 && directionAt(row) < 0 ? -value : value,
  );
  if (!signed.some((value) => value < 0)) return { columns, signRule: SIGNED, warnings: [] };
  const undecided = signed.reduce(
    (rows, value, row) => rows + Number(value > 0 && directionAt(row) === 0),
    0,
  );
  return {
    columns: columns.map((column) => (column === current ? { ...current, values: signed } : column)),
    signRule: FROM_STEPS,
    warnings: undecided === 0 ? [] : [undecidedWarning(undecided)],
  };
}

function undecidedWarning(rows: number): Warning {
  const detail = `the current is unsigned and the step type of ${rows} rows names no direction; they were left positive`;
  return { code: 'current-sign', detail };
}
