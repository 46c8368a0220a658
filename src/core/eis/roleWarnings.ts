/** Whether the capacitances of a ready circuit are of the size that goes with what its elements stand for. */
import { brugCapacitance_F, hsuMansfeldCapacitance_F } from '#core/eis/capacitance.ts';
import { capacitanceClass, capacitanceVerdict, type CapacitanceClassId } from '#core/eis/capacitanceClass.ts';
import type { FitWarning } from '#core/eis/fitResult.ts';
import type { FittedCircuit } from '#core/eis/impossibleFit.ts';
import { startRoles } from '#core/eis/startRoles.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface Electrodes {
  /** Of one electrode. */
  readonly area_cm2: number;
  /** 2 for a symmetric cell: two equal interfaces in series have half the capacitance of one. */
  readonly interfaces: 1 | 2;
}

export interface CapacitanceRoles {
  /** Where the capacitance of an element should lie, by its name. */
  readonly capacitances: Readonly<Record<string, CapacitanceClassId>>;
  readonly electrodes: Electrodes;
}

/** Classes of what is there once at each electrode; the others belong to what lies between. */
const AT_ELECTRODE: readonly CapacitanceClassId[] = ['interface', 'double-layer', 'electrode-reaction'];

/** One warning for each capacitance that lies outside the class of its role. */
export function roleWarnings(
  fitted: FittedCircuit,
  { capacitances, electrodes: { area_cm2, interfaces } }: CapacitanceRoles,
): readonly FitWarning[] {
  return Object.entries(capacitances).flatMap(([name, id]): readonly FitWarning[] => {
    const capacitance_F = capacitanceOf(fitted, name, id);
    if (capacitance_F === null) return [];
    const perArea = (capacitance_F * (AT_ELECTRODE.includes(id) ? interfaces : 1)) / area_cm2;
    if (capacitanceVerdict(perArea, id) === 'inside') return [];
    const expected = capacitanceClass(id);
    const detail = eisWords.warning.capacitanceClass(perArea, expected);
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
