/**
 * The sign of Z'' in a table of no known vendor. A sign in the title ("-Z''", "neg. phase") is followed; without one,
 * the phase decides where there is one; where nothing tells, Z'' is read as it stands and the receipt asks.
 */
import { findColumn, type Column } from '#core/dataset.ts';
import { negated, signAgreement } from '#core/eis/applyImpedanceSign.ts';
import type { Warning } from '#core/problem.ts';

export interface SettledSign {
  readonly columns: readonly Column[];
  /** How the sign was found, kept with the dataset. */
  readonly zImSign: string;
  readonly warnings: readonly Warning[];
}

/** Columns whose sign decides that of Z'', the one Z'' is derived from where the file does not hold it. */
const SIGNED = ['zIm_ohm', 'zPhase_deg', 'yIm_S', 'yPhase_deg'];
/** Noise around zero may turn a few signs. */
const CLEAR_MAJORITY = 0.9;

/** `stated`: names of the columns whose title says that the file stores the negative. */
export function settleImpedanceSign(columns: readonly Column[], stated: ReadonlySet<string>): SettledSign {
  const inFile = SIGNED.flatMap((name) => findColumn({ columns }, name) ?? []).filter(
    ({ derivedBy }) => derivedBy === undefined,
  );
  const [decisive] = inFile;
  if (!decisive) return { columns, zImSign: 'not recorded', warnings: [] };
  if (stated.has(decisive.name))
    return { columns, zImSign: `stated by the title ${decisive.source}`, warnings: [] };
  const phase = inFile.find(({ name }) => name === 'zPhase_deg');
  if (phase && decisive !== phase) return byPhase(columns, decisive, phase);
  return assumed(columns, decisive);
}

function byPhase(columns: readonly Column[], im: Column, phase: Column): SettledSign {
  const { same, opposite } = signAgreement(im.values, phase.values);
  const decided = same + opposite;
  if (decided === 0) return assumed(columns, im);
  if (opposite < CLEAR_MAJORITY * decided) {
    return { columns, zImSign: `of the title ${im.source}, checked against ${phase.source}`, warnings: [] };
  }
  return {
    columns: columns.map((column) => (column === im ? negated(column) : column)),
    zImSign: `of the phase ${phase.source}`,
    warnings: [{ code: 'zim-sign-from-phase', column: im.source, phase: phase.source }],
  };
}

function assumed(columns: readonly Column[], { name, source, values }: Column): SettledSign {
  const im = findColumn({ columns }, 'zIm_ohm')?.values ?? values;
  const measured = im.filter((value) => value !== 0 && Number.isFinite(value));
  const column = source === '' ? name : source;
  const capacitive = measured.filter((value) => value < 0).length;
  return {
    columns,
    zImSign: `assumed: ${column} read as Z''`,
    warnings: [{ code: 'zim-sign-assumed', column, capacitive, points: measured.length }],
  };
}
