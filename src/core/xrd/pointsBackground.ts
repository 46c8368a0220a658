/** Background through points that the user set: straight between them, level beyond the outermost. */

export interface BackgroundPoint {
  readonly twoTheta_deg: number;
  readonly counts: number;
}

/** NaN everywhere without a point. */
export function pointsBackground(
  twoTheta_deg: Float64Array,
  points: readonly BackgroundPoint[],
): Float64Array {
  const ordered = [...points].sort((a, b) => a.twoTheta_deg - b.twoTheta_deg);
  return twoTheta_deg.map((angle) => levelAt(angle, ordered));
}

function levelAt(angle: number, ordered: readonly BackgroundPoint[]): number {
  const right = ordered.find((point) => point.twoTheta_deg >= angle);
  const left = ordered.findLast((point) => point.twoTheta_deg <= angle);
  if (!right || !left || right === left) return (right ?? left)?.counts ?? NaN;
  const share = (angle - left.twoTheta_deg) / (right.twoTheta_deg - left.twoTheta_deg);
  return left.counts + share * (right.counts - left.counts);
}
