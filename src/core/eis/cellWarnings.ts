/** What a fit says against what its elements stand for in the cell. */
import type { FitResult, FitWarning } from '#core/eis/fitResult.ts';
import { READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import { roleWarnings, type Electrodes } from '#core/eis/roleWarnings.ts';
import { rootOf, valuesOf } from '#core/eis/tryCircuits.ts';

export interface FittedCell {
  readonly cell?: ImpedanceCell;
  /** Null = the area is not known: nothing is said of capacitances. */
  readonly electrodes?: Electrodes | null;
}

/** Only where the circuit is the one of this kind of cell: elsewhere nobody knows what an element stands for. */
export function cellWarnings(
  fit: FitResult,
  { cell = 'any', electrodes = null }: FittedCell,
): readonly FitWarning[] {
  const ready = READY_CIRCUITS.find(
    (each) => each.cell === cell && isSameButForLeads(each.circuit, fit.circuit),
  );
  if (!ready || !electrodes) return [];
  const { capacitances } = ready;
  return roleWarnings({ root: rootOf(fit.circuit), values: valuesOf(fit) }, { capacitances, electrodes });
}

/** Whether the circuits differ at most by the inductance of the leads. */
export function isSameButForLeads(one: string, other: string): boolean {
  return one.replace(/^L0-/, '') === other.replace(/^L0-/, '');
}
