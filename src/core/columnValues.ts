/**
 * The numbers of a column in the narrowest array that holds them exactly. Memory that is touched for the first time
 * costs more than decoding, so a binary file's single-precision and integer columns keep their width.
 */
export type ColumnValues = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** How wide a column's numbers are, for places that see its bytes alone. */
export type ValueKind = 'f64' | 'f32' | 'u32' | 'u16' | 'u8';

const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const satisfies Readonly<Record<ValueKind, unknown>>;

const KINDS = ['f64', 'f32', 'u32', 'u16', 'u8'] as const satisfies readonly ValueKind[];

export function kindOf(values: ColumnValues): ValueKind {
  return KINDS.find((kind) => values instanceof ARRAYS[kind]) ?? 'f64';
}

/** All zeros. */
export function createValues(kind: ValueKind, rows: number): ColumnValues {
  return new ARRAYS[kind](rows);
}

/** The numbers whose bytes these are. */
export function valuesOfBytes(kind: ValueKind, bytes: ArrayBuffer): ColumnValues {
  return new ARRAYS[kind](bytes);
}

/** The numbers to compute with: arithmetic in a narrow array would round or wrap. A copy unless they are doubles. */
export function numbersOf(values: ColumnValues): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values);
}
