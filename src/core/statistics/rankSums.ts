/**
 * In how many ways `size` of the ranks have each sum, by dynamic programming over the ranks one after the other, where
 * listing the groups would take longer than anyone waits: 1.4 × 10¹¹ of them for 20 cells against 20. Ranks are given doubled,
 * so that means of two are whole.
 *
 * @returns counts by doubled sum
 */
export function rankSumCounts(doubledRanks: readonly number[], size: number): Float64Array {
  const largest = [...doubledRanks].sort((a, b) => b - a).slice(0, size);
  const width = largest.reduce((sum, rank) => sum + rank, 0) + 1;
  // counts[k * width + s]: groups of k ranks with the sum s.
  const counts = new Float64Array((size + 1) * width);
  counts[0] = 1;
  doubledRanks.forEach((rank, seen) => {
    for (let k = Math.min(size, seen + 1); k >= 1; k -= 1) {
      const [row, before] = [k * width, (k - 1) * width];
      for (let sum = width - 1; sum >= rank; sum -= 1)
        counts[row + sum] = (counts[row + sum] ?? 0) + (counts[before + sum - rank] ?? 0);
    }
  });
  return counts.subarray(size * width);
}

/** Additions that `rankSumCounts` takes. */
export function rankSumWork(total: number, size: number): number {
  return total * size * size * 2 * total;
}
