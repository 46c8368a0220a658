/** Symmetry and long axis of a tabled phase. */
export interface TexturedCell {
  readonly symmetry: 'cubic' | 'axial' | 'other';
  readonly c_A: number;
}

/** March's function about c of a hexagonal or tetragonal cell, about the axes of a cubic one; h, k, l and the spacing in Å. */
export function marchTexture(
  { symmetry, c_A }: TexturedCell,
  [h, k, l, d_A]: readonly [number, number, number, number],
  march: number,
): number {
  const factor = (cosine: number) =>
    (march * march * cosine * cosine + (1 - cosine * cosine) / march) ** -1.5;
  if (symmetry === 'other') return 1;
  if (symmetry === 'axial') return factor(Math.min(1, (l * d_A) / c_A));
  const length = Math.hypot(h, k, l);
  return (factor(h / length) + factor(k / length) + factor(l / length)) / 3;
}
