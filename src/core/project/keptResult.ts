/**
 * Results that the user keeps with a study, such as the fits of spectra, as a study file holds them. JSON knows neither
 * arrays of doubles nor NaN and the infinities; each is written as an object with one reserved field.
 */
import { isRecord } from '#core/project/checkShape.ts';

/** Raised whenever an older program would misread a result: it then leaves all of them out. */
export const KEPT_RESULTS_VERSION = 1;

/** What a result is of; it stands before the dataset's identifier in the key of the store. */
export const KEPT_RESULT_KINDS = ['impedance-fit'] as const;
export type KeptResultKind = (typeof KEPT_RESULT_KINDS)[number];

/** Where the last result of a dataset is kept in the store. */
export function keptResultKey(kind: KeptResultKind, datasetId: string): string {
  return `${kind} ${datasetId}`;
}

export interface KeptResult {
  readonly kind: KeptResultKind;
  readonly datasetId: string;
  /** Of the data that the result was computed from. */
  readonly contentKey: string;
  readonly value: unknown;
}

export interface KeptResults {
  readonly version: number;
  readonly results: readonly KeptResult[];
}

const NUMBERS = '$f64';
const NUMBER = '$number';

/** Plain objects, lists, texts, numbers, flags, null and Float64Array; throws for anything else. */
export function encodeKept(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { [NUMBER]: String(value) };
  if (value instanceof Float64Array) return { [NUMBERS]: Array.from(value, encodeKept) };
  if (Array.isArray(value)) return value.map(encodeKept);
  if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error('a result holds something that a study file cannot keep');
  const known = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(known.map(([name, field]) => [name, encodeKept(field)]));
}

/** The inverse of `encodeKept`. */
export function decodeKept(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeKept);
  if (!isRecord(value)) return value;
  const { [NUMBERS]: numbers, [NUMBER]: number } = value;
  if (Array.isArray(numbers)) return Float64Array.from(numbers, (each) => Number(decodeKept(each)));
  if (typeof number === 'string') return Number(number);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, decodeKept(field)]));
}

export interface FittingResults {
  readonly fitting: readonly KeptResult[];
  /** How many do not belong to the data of the file, or are of a version that this program does not know. */
  readonly ignored: number;
}

/** Those that belong to the datasets as they are. */
export function fittingResults(
  kept: KeptResults | undefined,
  datasets: readonly { readonly id: string; readonly contentKey: string }[],
): FittingResults {
  const { version, results } = kept ?? { version: KEPT_RESULTS_VERSION, results: [] };
  if (version !== KEPT_RESULTS_VERSION) return { fitting: [], ignored: results.length };
  const keys = new Map(datasets.map(({ id, contentKey }) => [id, contentKey]));
  const fitting = results.filter(
    ({ kind, datasetId, contentKey, value }) =>
      KEPT_RESULT_KINDS.includes(kind) && keys.get(datasetId) === contentKey && holdsFit(value, contentKey),
  );
  return { fitting, ignored: results.length - fitting.length };
}

/** A fit names what it was computed from, and that is the data. */
function holdsFit(value: unknown, contentKey: string): boolean {
  if (!isRecord(value) || typeof value['inputs'] !== 'string') return false;
  return value['inputs'].includes(contentKey) && isRecord(value['fit']);
}
