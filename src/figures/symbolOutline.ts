import type { MarkerSymbol } from '#figures/figure.ts';

/** From the middle of the symbol. */
export interface Corner {
  readonly right_mm: number;
  readonly up_mm: number;
}

/** Corners in units of the radius, as the symbols of the plotting library have them. */
const DIAMOND = 1.3;
const WIDE = 2 / Math.sqrt(3);
const CORNERS: Partial<Record<MarkerSymbol, readonly (readonly [number, number])[]>> = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, DIAMOND],
    [DIAMOND, 0],
    [0, -DIAMOND],
    [-DIAMOND, 0],
  ],
  'triangle-up': [
    [-WIDE, -0.5],
    [WIDE, -0.5],
    [0, 1],
  ],
  'triangle-down': [
    [-WIDE, 0.5],
    [WIDE, 0.5],
    [0, -1],
  ],
};

/** Undefined for a symbol without corners. */
export function symbolOutline(symbol: MarkerSymbol, radius_mm: number): readonly Corner[] | undefined {
  return CORNERS[symbol]?.map(([right, up]) => ({ right_mm: right * radius_mm, up_mm: up * radius_mm }));
}
