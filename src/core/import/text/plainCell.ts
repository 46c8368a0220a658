/**
 * What the scanners of plain cells (scanNumber, scanDuration, scanDate, scanText) share. Each reads the cell at an
 * offset into one row of a column and returns the offset of the byte after the cell, or NOT_PLAIN, upon which the
 * whole row takes the general path. They may look past the end of a chunk: a guard of zeros follows it.
 */
export const NOT_PLAIN = -1;

/** 10^0 … 10^22, the powers of ten that a double holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** Whole numbers below this are exact in a double. */
export const EXACT_LIMIT = 2 ** 53;

/** 10^exponent for 0 … 22, NaN beyond. */
export function powerOfTen(exponent: number): number {
  return POWERS_OF_TEN[exponent] ?? NaN;
}

/**
 * mantissa × 10^exponent as the nearest double, or NaN when the exact short way cannot tell: a mantissa below 2^53
 * and a power of ten up to 22 are both exact, so that one multiplication or division rounds once, as Number does.
 */
export function exactDecimal(mantissa: number, exponent: number): number {
  if (!(mantissa < EXACT_LIMIT)) return NaN;
  return exponent < 0 ? mantissa / powerOfTen(-exponent) : mantissa * powerOfTen(exponent);
}
