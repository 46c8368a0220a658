/**
 * Orders of magnitude of capacitances per electrode area, by what they belong to. After Irvine, Sinclair & West, Adv.
 * Mater. 2 (1990) 132, and for lithium in liquid electrolytes the usual 1 to 100 µF/cm². Steps of a ladder, not laws: a
 * value outside its class asks for a second look at the assignment.
 */
export type CapacitanceClassId =
  | 'bulk'
  | 'grain-boundary'
  | 'interface'
  | 'double-layer'
  | 'electrode-reaction';

export interface CapacitanceClass {
  readonly id: CapacitanceClassId;
  readonly name: string;
  readonly lower_FPerCm2: number;
  readonly upper_FPerCm2: number;
}

export const CAPACITANCE_CLASSES: readonly CapacitanceClass[] = [
  { id: 'bulk', name: 'bulk', lower_FPerCm2: 1e-12, upper_FPerCm2: 1e-10 },
  { id: 'grain-boundary', name: 'grain boundary', lower_FPerCm2: 1e-11, upper_FPerCm2: 1e-8 },
  { id: 'interface', name: 'interface or SEI', lower_FPerCm2: 1e-7, upper_FPerCm2: 1e-5 },
  { id: 'double-layer', name: 'double layer', lower_FPerCm2: 1e-6, upper_FPerCm2: 1e-4 },
  { id: 'electrode-reaction', name: 'electrode reaction', lower_FPerCm2: 1e-5, upper_FPerCm2: 1e-2 },
];

export type CapacitanceVerdict = 'inside' | 'below' | 'above';

export function capacitanceVerdict(capacitance_FPerCm2: number, id: CapacitanceClassId): CapacitanceVerdict {
  const { lower_FPerCm2, upper_FPerCm2 } = capacitanceClass(id);
  if (capacitance_FPerCm2 < lower_FPerCm2) return 'below';
  return capacitance_FPerCm2 > upper_FPerCm2 ? 'above' : 'inside';
}

/** The classes that a capacitance could belong to; empty between two steps of the ladder. */
export function possibleCapacitanceClasses(capacitance_FPerCm2: number): readonly CapacitanceClass[] {
  return CAPACITANCE_CLASSES.filter(({ id }) => capacitanceVerdict(capacitance_FPerCm2, id) === 'inside');
}

export function capacitanceClass(id: CapacitanceClassId): CapacitanceClass {
  const found = CAPACITANCE_CLASSES.find((each) => each.id === id);
  if (!found) throw new Error(`no capacitance class ${id}`);
  return found;
}
