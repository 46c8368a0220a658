import { insertSorted, middleOfSorted, removeSorted } from '#core/numeric/sortedWindow.ts';

/**
 * The median of the finite ones among at most `reach` values before each value; NaN where there is none. Keeps them sorted and
 * moves one in and one out, for thousands of short lists cost more than their medians.
 */
export function medianBefore(values: Float64Array, reach: number): Float64Array {
  const sorted = new Float64Array(reach + 1);
  const medians = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    medians[i] = middleOfSorted(sorted, count);
    const leaving = i < reach ? NaN : (values[i - reach] ?? NaN);
    if (Number.isFinite(leaving)) removeSorted(sorted, count--, leaving);
    const entering = values[i] ?? NaN;
    if (Number.isFinite(entering)) insertSorted(sorted, count++, entering);
  }
  return medians;
}
