/**
 * A batch as two CSV texts: one row a spectrum with all parameters, and all curves in long form. The first columns say
 * what spectrum a row belongs to; names carry units; an empty cell = not computed.
 */
import { describeProblem } from '#core/describeProblem.ts';
import type { BatchItem } from '#core/eis/batchItem.ts';
import type { ParameterEstimate } from '#core/eis/fitResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { numberText, quoted } from '#core/export/csvText.ts';

export interface BatchRow {
  /** Values of the identity columns, such as file, cell and state. */
  readonly identity: readonly string[];
  /** The points that counted; null when the spectrum could not be read. */
  readonly spectrum: Spectrum | null;
  /** Null = not computed (yet). */
  readonly item: BatchItem | null;
}

export type BatchCell = string | number | boolean | null;

/** One row a spectrum. */
export interface BatchTable {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly BatchCell[])[];
}

/** @param identity titles of the first columns */
export function batchTable(identity: readonly string[], rows: readonly BatchRow[]): BatchTable {
  const parameters = parameterUnits(rows);
  const peaks = Math.max(0, ...rows.map(({ item }) => item?.drt?.peaks.length ?? 0));
  return {
    titles: [
      ...identity,
      ...Object.keys(SUMMARY),
      ...[...parameters].flatMap(([name, unit]) => parameterTitles(name, unit)),
      ...Array.from({ length: peaks }, (_, k) => peakTitles(k + 1)).flat(),
      'problem',
    ],
    rows: rows.map((row) => [
      ...row.identity,
      ...Object.values(SUMMARY).map((cellOf) => cellOf(row)),
      ...[...parameters.keys()].flatMap((name) => parameterCells(row, name)),
      ...Array.from({ length: peaks }, (_, k) => peakCells(row, k)).flat(),
      (row.item?.problems ?? []).map((problem) => describeProblem(problem).message).join(' ') || null,
    ]),
  };
}

/** Title and value of what every spectrum has one of. */
const SUMMARY: Readonly<Record<string, (row: BatchRow) => BatchCell>> = {
  points: ({ spectrum }) => spectrum?.frequency_Hz.length ?? null,
  kramersKronig_valid: ({ item }) => item?.kramersKronig?.valid ?? null,
  kramersKronig_rcCount: ({ item }) => item?.kramersKronig?.rcCount ?? null,
  kramersKronig_mu: ({ item }) => item?.kramersKronig?.mu ?? null,
  kramersKronig_noiseRms: ({ item }) => item?.kramersKronig?.noiseRms ?? null,
  kramersKronig_advice: ({ item }) => item?.kramersKronig?.advice.detail ?? null,
  zHit_valid: ({ item }) => item?.zHit?.valid ?? null,
  circuit: ({ item }) => item?.fit?.circuit ?? null,
  weighting: ({ item }) => item?.fit?.weighting ?? null,
  status: ({ item }) => item?.fit?.status ?? null,
  chiSquared_modulus: ({ item }) => item?.fit?.chiSquared_modulus ?? null,
  reducedChiSquared: ({ item }) => item?.fit?.reducedChiSquared ?? null,
  aicc: ({ item }) => item?.fit?.aicc ?? null,
  bic: ({ item }) => item?.fit?.bic ?? null,
  runnerUp: ({ item }) => item?.choice?.runnerUp?.circuit ?? null,
  warnings: ({ item }) =>
    item?.fit?.warnings
      .map(({ subject, detail }) => (subject === '' ? detail : `${subject}: ${detail}`))
      .join(' ') ?? null,
  drt_lambda: ({ item }) => item?.drt?.lambda ?? null,
  drt_rInfinity_ohm: ({ item }) => item?.drt?.rInfinity_ohm ?? null,
  drt_polarisationResistance_ohm: ({ item }) => item?.drt?.polarisationResistance_ohm ?? null,
};

/** Parameters of all fits by name, in the order of their first appearance. */
function parameterUnits(rows: readonly BatchRow[]): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const { item } of rows)
    for (const { name, unit } of item?.fit?.parameters ?? []) units.set(name, units.get(name) ?? unit);
  return units;
}

function parameterTitles(name: string, unit: string): readonly string[] {
  const suffix = unit === '' || unit === '-' ? '' : ` (${unit})`;
  const withUnit = ['', ' standardError', ' lower95', ' upper95'].map((what) => `${name}${what}${suffix}`);
  return [...withUnit, `${name} verdict`];
}

function parameterCells({ item }: BatchRow, name: string): readonly BatchCell[] {
  const found: ParameterEstimate | undefined = item?.fit?.parameters.find((each) => each.name === name);
  if (!found) return [null, null, null, null, null];
  const { value, standardError, lower95, upper95, fixed, verdict } = found;
  return [value, standardError, lower95, upper95, fixed ? 'fixed' : verdict];
}

function peakTitles(number: number): readonly string[] {
  return ['tau_s', 'r_ohm', 'c_F'].map((what) => `drt_peak${number}_${what}`);
}

function peakCells({ item }: BatchRow, index: number): readonly BatchCell[] {
  const peak = item?.drt?.peaks[index];
  return peak ? [peak.tau_s, peak.r_ohm, peak.c_F] : [null, null, null];
}

/** The table as CSV in the shape that core/export/csvText.ts describes. */
export function batchTableCsv({ titles, rows }: BatchTable): string {
  return [titles.map(quoted), ...rows.map((cells) => cells.map(cellText))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

function cellText(cell: BatchCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numberText(cell) : quoted(String(cell));
}
