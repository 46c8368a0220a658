/** A scan as a line: complete, so that a window of any width shows every point that it has room for. */
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import type { DisplayScale, Series } from '#figures/figure.ts';
import { PLAIN_SCALE } from '#figures/plainSeries.ts';

/** For x that runs one way, up or down: drawn upwards, as only what ascends can be thinned to a window. */
export function scanSeries(x: Float64Array, y: Float64Array, yScale: DisplayScale = PLAIN_SCALE): Series {
  const ascends = (x[0] ?? 0) <= (x.at(-1) ?? 0);
  const [across, up] = ascends ? [x, y] : [x.toReversed(), y.toReversed()];
  return {
    x: across,
    y: up,
    xScale: PLAIN_SCALE,
    yScale,
    from: null,
    to: null,
    pyramid: minMaxPyramid(up),
    xIsSorted: true,
  };
}
