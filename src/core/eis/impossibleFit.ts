/** What no cell can be, whatever a fit says: reasons to refuse a circuit that was fitted to a spectrum. */
import type { CircuitNode } from '#core/eis/circuit.ts';
import { arcPeakFrequency_Hz } from '#core/eis/capacitance.ts';
import { parametersOf } from '#core/eis/circuitModel.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { startRoles, type ArcRole } from '#core/eis/startRoles.ts';
import { eisWords } from '#core/text/eisWords.ts';

export interface FittedCircuit {
  readonly root: CircuitNode;
  /** Natural values by parameter name. */
  readonly values: ReadonlyMap<string, number>;
}

/** A resistance within this share of its lower limit has vanished. */
const VANISHED_SHARE = 1e-3;
/** The flank of an arc still fixes it when its top lies a decade outside the band; further out it is invented. */
const BEYOND_BAND = 10;
/** ωτ at the top of the arcs that have one; 1 for the symmetric ones. */
const APEX: Readonly<Record<string, number>> = { Ws: 2.54, FLW: 2.54, G: Math.sqrt(3), ZARC: 1, HN: 1 };

/** One phrase a reason; empty = nothing speaks against it. */
export function impossibilitiesOf(fitted: FittedCircuit, spectrum: Spectrum): readonly string[] {
  return [...vanished(fitted), ...seriesAboveSpectrum(fitted, spectrum), ...outsideBand(fitted, spectrum)];
}

function vanished({ root, values }: FittedCircuit): readonly string[] {
  const names = parametersOf(root)
    .filter(
      ({ unit, name, lower }) => unit === 'ohm' && (values.get(name) ?? NaN) <= lower * (1 + VANISHED_SHARE),
    )
    .map(({ name }) => name);
  return names.length > 0 ? [eisWords.refusal.vanished(names)] : [];
}

/** What stands in series with everything cannot be more than the whole. */
function seriesAboveSpectrum({ root, values }: FittedCircuit, { zRe_ohm }: Spectrum): readonly string[] {
  const series = startRoles(root).series.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
  const most = zRe_ohm.reduce((a, b) => Math.max(a, b), -Infinity);
  return series > most ? [eisWords.refusal.seriesAboveSpectrum(series, most)] : [];
}

function outsideBand({ root, values }: FittedCircuit, { frequency_Hz }: Spectrum): readonly string[] {
  const fastest = frequency_Hz.reduce((a, b) => Math.max(a, b), -Infinity);
  const slowest = frequency_Hz.reduce((a, b) => Math.min(a, b), Infinity);
  return startRoles(root).arcs.flatMap((arc) => {
    const top = topOf(arc, values);
    if (!top || (top.frequency_Hz <= fastest * BEYOND_BAND && top.frequency_Hz >= slowest / BEYOND_BAND))
      return [];
    return [eisWords.refusal.outsideBand(top.name, top.frequency_Hz, { slowest, fastest })];
  });
}

/** Null for what has no top of its own. */
function topOf(
  arc: ArcRole,
  values: ReadonlyMap<string, number>,
): { readonly name: string; readonly frequency_Hz: number } | null {
  if (arc.kind === 'element') {
    const { name, code } = arc.element;
    const apex = APEX[code];
    const tau = values.get(`${name}.tau`);
    return apex === undefined || tau === undefined
      ? null
      : { name, frequency_Hz: apex / (2 * Math.PI * tau) };
  }
  const { resistor, capacitor } = arc;
  const r_ohm = resistor === null ? undefined : values.get(resistor);
  const q = values.get(capacitor.code === 'C' ? capacitor.name : `${capacitor.name}.Q`);
  if (resistor === null || r_ohm === undefined || q === undefined) return null;
  const n = values.get(`${capacitor.name}.n`) ?? 1;
  return { name: resistor, frequency_Hz: arcPeakFrequency_Hz({ q, n, r_ohm }) };
}
