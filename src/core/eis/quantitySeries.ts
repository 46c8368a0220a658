/**
 * A series of spectra of one cell (GEIS loops, one every n cycles): each fitted quantity against time, cycle and
 * charge. A spectrum that failed is kept with its reason.
 */
import { brugCapacitance_F, hsuMansfeldCapacitance_F } from '#core/eis/capacitance.ts';
import { derivedQuantity, type DerivedQuantity } from '#core/eis/derivedQuantity.ts';
import { electrolyteResistance } from '#core/eis/electrolyteResistance.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { highFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import { interfaceArc, type Arc } from '#core/eis/interfaceArc.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { findNumbers, type Dataset } from '#core/dataset.ts';
import type { Problem } from '#core/problem.ts';

/** Where a spectrum stands in its test; null = not recorded. */
export interface SeriesPlace {
  readonly time_s: number | null;
  readonly cycle: number | null;
  readonly charge_Ah: number | null;
}

/** One spectrum of the series, with what was computed of it. */
export interface SeriesEntry {
  readonly label: string;
  readonly place: SeriesPlace;
  /** Null when it could not be read. */
  readonly spectrum: Spectrum | null;
  readonly fit: FitResult | null;
  /** Why there is no fit. */
  readonly problem: Problem | null;
}

export interface SeriesPoint extends SeriesPlace, DerivedQuantity {
  readonly label: string;
}

export interface SeriesOfQuantity {
  /** `R_int`, `R_sol`, `C_int (Brug)`, `C_int (Hsu-Mansfeld)`, `R_hf`, and every fitted parameter by its name. */
  readonly name: string;
  readonly unit: string;
  /** In the order of the spectra. */
  readonly points: readonly SeriesPoint[];
}

export interface FailedSpectrum extends SeriesPlace {
  readonly label: string;
  readonly problem: Problem;
}

export interface QuantitySeries {
  readonly quantities: readonly SeriesOfQuantity[];
  readonly failed: readonly FailedSpectrum[];
}

/** The start of the sweep in test time; cycle and charge of its first row. */
export function placeOfSpectrum(dataset: Pick<Dataset, 'columns' | 'metadata'>): SeriesPlace {
  const first = (column: string) => findNumbers(dataset, column)?.find(Number.isFinite) ?? null;
  const start_s = dataset.metadata['sweepStart_s'];
  return {
    time_s: typeof start_s === 'number' ? start_s : first('time_s'),
    cycle: first('cycle'),
    charge_Ah: first('charge_Ah'),
  };
}

export function quantitySeries(entries: readonly SeriesEntry[]): QuantitySeries {
  const quantities = new Map<string, { unit: string; points: SeriesPoint[] }>();
  for (const entry of entries) {
    for (const { name, unit, ...value } of quantitiesOf(entry)) {
      const found = quantities.get(name) ?? { unit, points: [] };
      found.points.push({ label: entry.label, ...entry.place, ...value });
      quantities.set(name, found);
    }
  }
  return {
    quantities: [...quantities].map(([name, { unit, points }]) => ({ name, unit, points })),
    failed: entries.flatMap(({ label, place, problem }) => (problem ? [{ label, ...place, problem }] : [])),
  };
}

type NamedQuantity = DerivedQuantity & { readonly name: string; readonly unit: string };

function quantitiesOf({ spectrum, fit }: SeriesEntry): readonly NamedQuantity[] {
  const intercept = spectrum && highFrequencyIntercept(spectrum);
  const ofSpectrum = intercept
    ? [{ name: 'R_hf', unit: 'ohm', value: intercept.value_ohm, standardError: intercept.standardError_ohm }]
    : [];
  return [...(fit ? [...interfaceQuantities(fit), ...parameterQuantities(fit)] : []), ...ofSpectrum];
}

function parameterQuantities({ parameters }: FitResult): readonly NamedQuantity[] {
  return parameters.map(({ name, unit, value, standardError, verdict }) => ({
    name,
    unit,
    value,
    standardError: verdict === 'determined' ? standardError : null,
  }));
}

function interfaceQuantities(fit: FitResult): readonly NamedQuantity[] {
  const before = electrolyteResistance(fit)?.names ?? [];
  const electrolyte = (valueOf: (name: string) => number) =>
    before.reduce((sum, name) => sum + valueOf(name), 0);
  const arc = interfaceArc(fit);
  const named = (name: string, unit: string, compute: (valueOf: (name: string) => number) => number) => ({
    name,
    unit,
    ...derivedQuantity(fit, compute),
  });
  return [
    ...(arc ? [named('R_int', 'ohm', (valueOf) => valueOf(arc.resistance))] : []),
    ...(before.length > 0 ? [named('R_sol', 'ohm', electrolyte)] : []),
    ...capacitances(arc, before.length > 0 ? electrolyte : null)
      .filter(({ store }) => fit.parameters.some(({ name }) => name === `${store}.Q`))
      .map(({ name, compute }) => named(name, 'F', compute)),
  ];
}

type Compute = (valueOf: (name: string) => number) => number;

/** By both formulas: which one holds depends on where the time constants spread. */
function capacitances(arc: Arc | null, electrolyte: Compute | null) {
  if (!arc || arc.store === null) return [];
  const { store, resistance } = arc;
  const film: Compute = (valueOf) =>
    hsuMansfeldCapacitance_F({
      q: valueOf(`${store}.Q`),
      n: valueOf(`${store}.n`),
      r_ohm: valueOf(resistance),
    });
  const layer = (before: Compute): Compute => {
    return (valueOf) =>
      brugCapacitance_F({
        q: valueOf(`${store}.Q`),
        n: valueOf(`${store}.n`),
        rSeries_ohm: before(valueOf),
        rTransfer_ohm: valueOf(resistance),
      });
  };
  return [
    ...(electrolyte ? [{ store, name: 'C_int (Brug)', compute: layer(electrolyte) }] : []),
    { store, name: 'C_int (Hsu-Mansfeld)', compute: film },
  ];
}
