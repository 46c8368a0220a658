/**
 * What is reported of one spectrum, and followed over a series of them: the parameters of its fit, the interface's
 * resistance and capacitance derived from them, and the high-frequency intercept, which needs no fit.
 */
import { NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { brugCapacitance_F, hsuMansfeldCapacitance_F } from '#core/eis/capacitance.ts';
import { derivedQuantity } from '#core/eis/derivedQuantity.ts';
import { electrolyteResistance } from '#core/eis/electrolyteResistance.ts';
import type { FitResult, ParameterEstimate } from '#core/eis/fitResult.ts';
import { highFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import { interfaceArc, type Arc } from '#core/eis/interfaceArc.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

/**
 * `name` is that of a fitted parameter, or `R_int`, `R_sol`, `C_int (Brug)`, `C_int (Hsu-Mansfeld)`, `R_hf`. The limits
 * of what was derived are its value ± Student's t times its standard error; null without one.
 */
export type SpectrumQuantity = Pick<
  ParameterEstimate,
  'name' | 'unit' | 'value' | 'standardError' | 'lower95' | 'upper95' | 'fixed' | 'verdict'
>;

/** Derived quantities first, then the fitted parameters, then the intercept. */
export function spectrumQuantities(
  spectrum: Spectrum | null,
  fit: FitResult | null,
): readonly SpectrumQuantity[] {
  return [
    ...(fit ? [...interfaceQuantities(fit), ...fit.parameters] : []),
    ...(spectrum ? interceptQuantity(spectrum) : []),
  ];
}

interface Derived {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly standardError: number | null;
}

function withLimits({ name, unit, value, standardError }: Derived, t: number): SpectrumQuantity {
  const margin = standardError === null ? null : t * standardError;
  return {
    name,
    unit,
    value,
    standardError,
    lower95: margin === null ? null : value - margin,
    upper95: margin === null ? null : value + margin,
    fixed: false,
    verdict: margin === null ? 'undetermined' : 'determined',
  };
}

function interceptQuantity(spectrum: Spectrum): readonly SpectrumQuantity[] {
  const intercept = highFrequencyIntercept(spectrum);
  if (!intercept) return [];
  const { value_ohm: value, standardError_ohm: standardError, isUpperLimit } = intercept;
  const quantity = withLimits({ name: 'R_hf', unit: 'ohm', value, standardError }, NORMAL_TWO_SIDED_95);
  return [isUpperLimit ? { ...quantity, lower95: null, verdict: 'upper-bound' } : quantity];
}

function interfaceQuantities(fit: FitResult): readonly SpectrumQuantity[] {
  const before = electrolyteResistance(fit)?.names ?? [];
  const electrolyte = (valueOf: (name: string) => number) =>
    before.reduce((sum, name) => sum + valueOf(name), 0);
  const arc = interfaceArc(fit);
  const t = studentQuantile(2 * fit.points - fit.freeParameters.length, 0.95);
  const named = (name: string, unit: string, compute: Compute) =>
    withLimits({ name, unit, ...derivedQuantity(fit, compute) }, t);
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
