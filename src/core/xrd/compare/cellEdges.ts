/** Between which angles each point of a scan counted: half way to its neighbours; the outer points have full steps. */
export function cellEdges(angles: Float64Array): Float64Array {
  const n = angles.length;
  const at = (i: number) => angles[i] ?? NaN;
  return Float64Array.from({ length: n + 1 }, (_, i) => {
    if (i === 0) return at(0) - (at(1) - at(0)) / 2;
    if (i === n) return at(n - 1) + (at(n - 1) - at(n - 2)) / 2;
    return (at(i - 1) + at(i)) / 2;
  });
}
