import type { Series } from '#figures/figure.ts';

export const PLAIN_SCALE = { offset: 0, factor: 1 } as const;

/** Numbers that are drawn as they are stored, all of them. */
export function plainSeries(
  x: Float64Array,
  y: Float64Array,
  { xIsSorted }: { readonly xIsSorted: boolean },
): Series {
  return { x, y, xScale: PLAIN_SCALE, yScale: PLAIN_SCALE, from: null, to: null, pyramid: null, xIsSorted };
}
