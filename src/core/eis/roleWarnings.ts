/** Whether the capacitances of a ready circuit are of the size that goes with what its elements stand for. */
import { brugCapacitance_F, hsuMansfeldCapacitance_F } from '#core/eis/capacitance.ts';
import { capacitanceClass, capacitanceVerdict, type CapacitanceClassId } from '#core/eis/capacitanceClass.ts';
import type { FitWarning } from '#core/eis/fitResult.ts';
import type { FittedCircuit } from '#core/eis/impossibleFit.ts';
import { startRoles } from '#core/eis/startRoles.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface CapacitanceRoles {
  /** Where the capacitance of an element should lie, by its name. */
  readonly capacitances: Readonly<Record<string, CapacitanceClassId>>;
  readonly area_cm2: number;
}

/** One warning for each capacitance that lies outside the class of its role. */
export function roleWarnings(
  fitted: FittedCircuit,
  { capacitances, area_cm2 }: CapacitanceRoles,
): readonly FitWarning[] {
  return Object.entries(capacitances).flatMap(([name, id]): readonly FitWarning[] => {
    const capacitance_F = capacitanceOf(fitted, name, id);
    if (capacitance_F === null || capacitanceVerdict(capacitance_F / area_cm2, id) === 'inside') return [];
    const expected = capacitanceClass(id);
    const detail = eisWords.warning.capacitanceClass(capacitance_F / area_cm2, expected);
    return [{ code: 'capacitance-class', subject: name, detail }];
  });
}

/** Brug's for double layers, Hsu and Mansfeld's for films and grains; null for what is not beside a resistance. */
function capacitanceOf({ root, values }: FittedCircuit, name: string, id: CapacitanceClassId): number | null {
  const { arcs, series } = startRoles(root);
  const arc = arcs.find((each) => each.kind === 'pair' && each.capacitor.name === name);
  const r_ohm = arc?.kind === 'pair' && arc.resistor !== null ? values.get(arc.resistor) : undefined;
  const q = values.get(`${name}.Q`);
  const n = values.get(`${name}.n`);
  if (r_ohm === undefined || q === undefined || n === undefined) return null;
  const rSeries_ohm = series.reduce((sum, each) => sum + (values.get(each) ?? 0), 0);
  return id === 'double-layer' && rSeries_ohm > 0
    ? brugCapacitance_F({ q, n, rSeries_ohm, rTransfer_ohm: r_ohm })
    : hsuMansfeldCapacitance_F({ q, n, r_ohm });
}
