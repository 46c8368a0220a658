/**
 * Large arrays on their way to a worker in slices: cloning a whole column would hold up the window for as long as
 * copying takes, and what a job works on must stay here as well, so that it cannot be handed over.
 */
import { createValues, kindOf, type ColumnValues, type ValueKind } from '#core/columnValues.ts';

/** Stands in a request where an array stood. */
interface ArrayPlace {
  readonly slicedArray: number;
}

/** One piece of an array of the request that follows. */
export interface ArraySlice {
  readonly array: number;
  readonly kind: ValueKind;
  readonly length: number;
  readonly offset: number;
  readonly values: ColumnValues;
}

/** Copied within a few milliseconds. */
const SLICE_BYTES = 4 * 2 ** 20;
/** Smaller arrays travel with the request. */
const LARGE_FROM_BYTES = 2 ** 20;

function isLargeArray(value: unknown): value is ColumnValues {
  return ArrayBuffer.isView(value) && value.byteLength >= LARGE_FROM_BYTES && !(value instanceof DataView);
}

function isPlace(value: object): value is ArrayPlace {
  return 'slicedArray' in value && typeof value.slicedArray === 'number';
}

/** A plain value anew, with something else in the place of some of its parts. */
function mapped(value: unknown, replace: (part: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replace(value);
  if (replaced !== value || ArrayBuffer.isView(value)) return replaced;
  if (Array.isArray(value)) return value.map((entry) => mapped(entry, replace));
  return Object.fromEntries(Object.entries(value).map(([field, entry]) => [field, mapped(entry, replace)]));
}

/** The request without its large arrays, and these; an array that stands twice is listed once. */
export function withoutLargeArrays<R>(request: R): {
  readonly request: R;
  readonly arrays: readonly ColumnValues[];
} {
  const arrays: ColumnValues[] = [];
  const place = (part: object): object => {
    if (!isLargeArray(part)) return part;
    if (!arrays.includes(part)) arrays.push(part);
    return { slicedArray: arrays.indexOf(part) } satisfies ArrayPlace;
  };
  const rest = mapped(request, place) as R;
  return arrays.length === 0 ? { request, arrays } : { request: rest, arrays };
}

/** The inverse. */
export function withLargeArrays<R>(request: R, arrays: readonly ColumnValues[]): R {
  if (arrays.length === 0) return request;
  return mapped(request, (part) => (isPlace(part) ? arrays[part.slicedArray] : part)) as R;
}

/** The array in pieces; each is a copy, which may be handed over. */
export function* slicesOf(values: ColumnValues, array: number): Generator<ArraySlice> {
  const step = SLICE_BYTES / values.BYTES_PER_ELEMENT;
  const kind = kindOf(values);
  for (let offset = 0; offset < values.length; offset += step) {
    yield { array, kind, length: values.length, offset, values: values.slice(offset, offset + step) };
  }
}

/** Puts a piece where it belongs; the first of an array makes room for all. */
export function placeSlice(
  arrays: ColumnValues[],
  { array, kind, length, offset, values }: ArraySlice,
): void {
  const whole = (arrays[array] ??= createValues(kind, length));
  whole.set(values, offset);
}
