/** C(n, k), as a double. */
export function numberOfCombinations(n: number, k: number): number {
  let count = 1;
  for (let i = 1; i <= k; i += 1) count = (count * (n - k + i)) / i;
  return Math.round(count);
}

/** Every choice of `k` of the indices 0…n−1, in lexicographic order; the array given out is reused. */
export function* combinations(n: number, k: number): Generator<readonly number[]> {
  const chosen = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    yield chosen;
    let position = k - 1;
    while (position >= 0 && chosen[position] === n - k + position) position -= 1;
    if (position < 0) return;
    const next = (chosen[position] ?? 0) + 1;
    for (let i = position; i < k; i += 1) chosen[i] = next + i - position;
  }
}
