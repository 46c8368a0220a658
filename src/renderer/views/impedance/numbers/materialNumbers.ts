/** What a fit says of the materials: capacitance of the interface per area, conductivity of the electrolyte. */
import { brugCapacitance_F, hsuMansfeldCapacitance_F } from '#core/eis/capacitance.ts';
import { capacitanceVerdict, possibleCapacitanceClasses } from '#core/eis/capacitanceClass.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { conductivity_SPerCm, type UncertainValue } from '#core/eis/interfaceResistance.ts';
import { spectrumName, spectrumState } from '../cellSpectra.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { electrolyteResistance } from '#core/eis/electrolyteResistance.ts';
import { interfaceArc } from '#core/eis/interfaceArc.ts';

export interface InterfaceCapacitance {
  /** Per electrode area, of one interface; F of the whole arc where the area is not known. */
  readonly value: number;
  readonly formula: 'capacitor' | 'brug' | 'hsu-mansfeld';
}

export interface MaterialNumbers {
  readonly datasetId: string;
  readonly label: string;
  readonly capacitances: readonly InterfaceCapacitance[];
  readonly isPerArea: boolean;
  /** Null: neither an interface nor a double layer says otherwise, or the area is not known. */
  readonly outside: { readonly classes: readonly string[] } | null;
  /** Null where thickness or area is not known. */
  readonly conductivity: { readonly value: UncertainValue; readonly from: readonly string[] } | null;
}

interface ArcValues {
  readonly r_ohm: number;
  readonly store: string | null;
  readonly valueOf: (name: string) => number | undefined;
}

/** F of the arc; by both formulas, because which one holds depends on where the time constants spread. */
function arcCapacitances(fit: FitResult, { r_ohm, store, valueOf }: ArcValues): InterfaceCapacitance[] {
  if (store === null) return [];
  const plain = valueOf(store);
  if (plain !== undefined) return [{ value: plain, formula: 'capacitor' }];
  const [q, n] = [valueOf(`${store}.Q`), valueOf(`${store}.n`)];
  if (q === undefined || n === undefined) return [];
  const before = electrolyteResistance(fit)?.resistance_ohm.value;
  const film = hsuMansfeldCapacitance_F({ q, n, r_ohm });
  return [
    ...(before !== undefined && before > 0
      ? [
          {
            value: brugCapacitance_F({ q, n, rSeries_ohm: before, rTransfer_ohm: r_ohm }),
            formula: 'brug' as const,
          },
        ]
      : []),
    { value: film, formula: 'hsu-mansfeld' as const },
  ];
}

function capacitancesOf(view: SpectrumView, fit: FitResult): InterfaceCapacitance[] {
  const arc = interfaceArc(fit);
  if (!arc) return [];
  const valueOf = (name: string) => fit.parameters.find((parameter) => parameter.name === name)?.value;
  const r_ohm = valueOf(arc.resistance);
  if (r_ohm === undefined) return [];
  // Two equal interfaces in series have half the capacitance of one.
  const interfaces = view.cell?.kind === 'symmetric' ? 2 : 1;
  const area_cm2 = view.cell?.area_cm2 ?? null;
  const factor = area_cm2 === null ? 1 : interfaces / area_cm2;
  return arcCapacitances(fit, { r_ohm, store: arc.store, valueOf }).map(({ value, formula }) => ({
    value: value * factor,
    formula,
  }));
}

/** The classes the values lie in instead, when none of them is that of an interface or a double layer. */
function outsideOf(capacitances: readonly InterfaceCapacitance[]): MaterialNumbers['outside'] {
  const isExpected = ({ value }: InterfaceCapacitance) =>
    (['interface', 'double-layer'] as const).some((id) => capacitanceVerdict(value, id) === 'inside');
  if (capacitances.length === 0 || capacitances.some(isExpected)) return null;
  const names = capacitances.flatMap(({ value }) =>
    possibleCapacitanceClasses(value).map(({ name }) => name),
  );
  return { classes: [...new Set(names)] };
}

function conductivityOf({ cell }: SpectrumView, fit: FitResult, areaError: number) {
  const thickness_um = cell?.electrolyteThickness_um ?? null;
  const area_cm2 = cell?.area_cm2 ?? null;
  const before = electrolyteResistance(fit);
  if (!before || thickness_um === null || area_cm2 === null || !(before.resistance_ohm.value > 0))
    return null;
  const area = { value: area_cm2, standardError: areaError * area_cm2 };
  const thickness = { value: thickness_um, standardError: 0 };
  return { value: conductivity_SPerCm(before.resistance_ohm, area, thickness), from: before.names };
}

/** @param areaError relative standard error of the electrode area */
export function materialNumbers(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
  areaError: number,
): readonly MaterialNumbers[] {
  return views.flatMap((view) => {
    const fit = records.get(view.dataset.id)?.fit;
    if (!fit) return [];
    const capacitances = capacitancesOf(view, fit);
    const conductivity = conductivityOf(view, fit, areaError);
    if (capacitances.length === 0 && !conductivity) return [];
    const isPerArea = (view.cell?.area_cm2 ?? null) !== null;
    return {
      datasetId: view.dataset.id,
      label: [spectrumName(view), spectrumState(view)].filter((part) => part !== '').join(', '),
      capacitances,
      isPerArea,
      outside: isPerArea ? outsideOf(capacitances) : null,
      conductivity,
    };
  });
}
