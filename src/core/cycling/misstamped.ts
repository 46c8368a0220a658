/**
 * Whether a row's time alone is wrong: it falls behind the row before, and the row after is not behind that one. Some
 * exports write 0 on the first row of every step.
 */
export function isMisstamped(time_s: Float64Array, row: number): boolean {
  // A read at −1 would make every later read here slow.
  if (row === 0) return false;
  const before = time_s[row - 1] ?? NaN;
  return (time_s[row] ?? NaN) < before && (time_s[row + 1] ?? NaN) >= before;
}
