/** What the readers of diffraction files find, and how it becomes datasets with the question about the X-rays. */
import { COLUMNS, type CoreColumn } from '#core/columns.ts';
import type { Column, Dataset, Metadata } from '#core/dataset.ts';
import type { FileHead, ParseOutcome, ReadFacts } from '#core/import/format.ts';
import type { Problem, Warning } from '#core/problem.ts';
import { fileRadiation } from '#core/xrd/fileRadiation.ts';

/** The X-rays as the file names them; null for what it does not say. */
export interface FileRadiation {
  readonly anode?: string | null;
  readonly kAlpha1_A?: number | null;
  readonly kAlpha2_A?: number | null;
  readonly kBeta_A?: number | null;
  /** Intensity of Kα2 over Kα1 in the beam; 0 where a monochromator leaves Kα1 alone. */
  readonly ratioKAlpha2?: number | null;
  /** A single wavelength that is no tube's, such as a synchrotron's. */
  readonly wavelength_A?: number | null;
}

export interface DiffractionScan {
  readonly label: string;
  readonly twoTheta_deg: Float64Array;
  /** As counted, before the factor of an attenuator. */
  readonly counts: Float64Array;
  readonly attenuation?: Float64Array | undefined;
  readonly error_counts?: Float64Array | undefined;
  readonly countingTimes_s?: Float64Array | undefined;
  readonly radiation: FileRadiation;
  /** `counts/s` intensities become counts when `countingTime_s` is known; null: the file does not say. */
  readonly intensityUnit: 'counts' | 'counts/s' | null;
  readonly countingTime_s?: number | null;
  readonly metadata?: Metadata;
  /** The titles of the file for angle and intensity. */
  readonly sources?: readonly [angle: string, intensity: string];
}

function column(name: CoreColumn, source: string, values: Float64Array): Column {
  return { name, unit: COLUMNS[name].unit, source, values };
}

const times = (values: Float64Array, factors: Float64Array): Float64Array =>
  values.map((value, i) => value * (factors[i] ?? NaN));

/** A constant of 1 says that no attenuator stood in the beam. */
function attenuationOf({ attenuation }: DiffractionScan): Float64Array | undefined {
  return attenuation?.some((factor) => factor !== 1) ? attenuation : undefined;
}

function columnsOf(scan: DiffractionScan, perPoint_s: number): Column[] {
  const { sources = ['2θ', 'counts'], error_counts, countingTimes_s } = scan;
  const attenuation = attenuationOf(scan);
  const counted = attenuation ? times(scan.counts, attenuation) : scan.counts;
  const intensity = column('intensity_counts', sources[1], scaled(counted, perPoint_s));
  const rules = [
    ...(attenuation ? ['counts × attenuation'] : []),
    ...(perPoint_s === 1 ? [] : ['counts per second × counting time']),
  ];
  return [
    column('twoTheta_deg', sources[0], scan.twoTheta_deg),
    rules.length > 0 ? { ...intensity, derivedBy: rules.join(', ') } : intensity,
    ...(error_counts ? [column('intensityError_counts', '', scaled(error_counts, perPoint_s))] : []),
    ...(attenuation ? [column('attenuation', '', attenuation)] : []),
    ...(countingTimes_s ? [column('countingTime_s', '', countingTimes_s)] : []),
  ];
}

function scaled(values: Float64Array, factor: number): Float64Array {
  return factor === 1 ? values : values.map((value) => value * factor);
}

const positive = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;

function datasetOf(scan: DiffractionScan): Dataset {
  const countingTime_s = positive(scan.countingTime_s);
  const toCounts = scan.intensityUnit === 'counts/s' && countingTime_s !== null ? countingTime_s : 1;
  return {
    kind: 'diffraction',
    label: scan.label,
    rows: scan.twoTheta_deg.length,
    columns: columnsOf(scan, toCounts),
    metadata: {
      ...radiationMetadata(scan.radiation),
      intensityUnit: toCounts === 1 ? scan.intensityUnit : 'counts',
      countingTime_s,
      ...scan.metadata,
    },
  };
}

/** What the file says of the X-rays, which radiation that is, and whence it is known: `file` or `unknown`. */
function radiationMetadata(radiation: FileRadiation): Metadata {
  const said = {
    anode: radiation.anode?.trim() || null,
    kAlpha1_A: positive(radiation.kAlpha1_A),
    kAlpha2_A: positive(radiation.kAlpha2_A),
    kBeta_A: positive(radiation.kBeta_A),
    ratioKAlpha2: radiation.ratioKAlpha2 ?? null,
    wavelength_A: positive(radiation.wavelength_A),
  };
  const known = fileRadiation(said);
  return { ...said, radiation: known?.id ?? null, radiationSource: known ? 'file' : 'unknown' };
}

/** True when the dataset's own metadata say which X-rays were used. */
export function knowsRadiation({ metadata }: Pick<Dataset, 'metadata'>): boolean {
  return ['anode', 'kAlpha1_A', 'wavelength_A'].some((key) => (metadata[key] ?? null) !== null);
}

export interface ScanFacts {
  readonly head: Pick<FileHead, 'encoding'>;
  readonly warnings?: readonly Warning[];
  readonly facts?: Partial<ReadFacts>;
}

/** Why a scan cannot be a pattern: what is wrong with its numbers. */
function fault({ twoTheta_deg, counts }: DiffractionScan): string | undefined {
  if (twoTheta_deg.length === 0) return 'it has no points';
  if (!twoTheta_deg.every((angle) => angle >= -180 && angle <= 360)) {
    return 'its angles do not lie between −180° and 360°';
  }
  if (!counts.every(Number.isFinite)) return 'its intensities are not all numbers';
  const [first] = twoTheta_deg;
  if (twoTheta_deg.length > 1 && twoTheta_deg.every((angle) => angle === first)) {
    return 'its 2θ does not move, so it is no pattern against 2θ';
  }
  return undefined;
}

/** The scans of a file as datasets; those that are no patterns are named. Problems: `no-data-rows`, `malformed`. */
export function diffractionOutcome(
  scans: readonly DiffractionScan[],
  { head, warnings = [], facts = {} }: ScanFacts,
): ParseOutcome {
  const sound = scans.filter((scan) => fault(scan) === undefined);
  const skipped = scans.flatMap((scan): Warning[] => {
    const reason = fault(scan);
    return reason === undefined ? [] : [{ code: 'table-skipped', table: scan.label, reason }];
  });
  if (sound.length === 0) return { ok: false, problem: refused(scans) };
  const datasets = sound.map(datasetOf);
  const asked: Warning[] = datasets.every(knowsRadiation) ? [] : [{ code: 'radiation-unknown' }];
  return {
    ok: true,
    datasets,
    facts: {
      encoding: head.encoding,
      decimalMark: '.',
      delimiter: null,
      rowsRead: datasets.reduce((sum, { rows }) => sum + rows, 0),
      rowsRepaired: 0,
      rowsRejected: 0,
      rejectedLines: [],
      signRule: 'diffraction: there is no current',
      vendorUnits: {},
      complete: true,
      ...facts,
    },
    warnings: [...warnings, ...skipped, ...asked],
  };
}

function refused(scans: readonly DiffractionScan[]): Problem {
  const [first] = scans;
  if (!first || scans.every(({ counts }) => counts.length === 0)) return { code: 'no-data-rows' };
  return { code: 'malformed', what: `its scan cannot be a pattern: ${fault(first) ?? ''}` };
}

/** Angles start + i·step. */
export function evenAngles(start: number, step: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => start + i * step);
}

/** Number of a text, or null. */
export function numberOf(text: string | null | undefined): number | null {
  const trimmed = text?.trim() ?? '';
  const value = trimmed === '' ? NaN : Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

const MOST_POINTS = 50_000_000;

/** The numbers of a list separated by blanks; a piece that is no number becomes NaN. */
export function numbersIn(text: string): Float64Array {
  const pieces = text.trim() === '' ? [] : text.trim().split(/[\s,;]+/u, MOST_POINTS);
  return Float64Array.from(pieces, Number);
}

/** `Scan 3 of 101`, or the name alone for the only one. */
export function scanLabel(index: number, count: number, name = 'Scan'): string {
  return count > 1 ? `Scan ${index + 1} of ${count}` : name;
}
