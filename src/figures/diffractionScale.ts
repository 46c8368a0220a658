/** How the intensities of patterns are drawn: linear, as square roots, logarithmic; above each other or not. */
import { diffractionFigureWords as words } from '#core/text/diffractionFigureWords.ts';
import type { Axis, DisplayScale } from '#figures/figure.ts';

export type IntensityScale = 'linear' | 'sqrt' | 'log';

export interface ScaledPattern {
  /** What is stored: counts, or their square roots. */
  readonly y: Float64Array;
  readonly yScale: DisplayScale;
}

export interface StackOptions {
  readonly scale: IntensityScale;
  /** From one pattern to the next, as a share of the highest. */
  readonly offset: number;
  /** Each to its own highest point. */
  readonly isNormalised: boolean;
}

const AIR = 0.04;
const AIR_ABOVE = 0.1;
/** On a logarithmic axis an offset of one is this many decades. */
const DECADES = 3;

function most(values: Float64Array): number {
  return values.reduce((highest, value) => (value > highest ? value : highest), 0);
}

function leastAboveZero(values: Float64Array): number {
  return values.reduce((least, value) => (value > 0 && value < least ? value : least), Infinity);
}

/**
 * What is stored of counts: themselves, or their square roots. Where a background was subtracted they scatter about
 * zero; on a logarithmic axis what lies within that scatter is drawn at its edge, as it would fill many decades.
 */
export function storedValues(counts: Float64Array, scale: IntensityScale): Float64Array {
  if (scale === 'linear') return counts;
  if (scale === 'sqrt') return counts.map((value) => Math.sqrt(Math.max(0, value)));
  const scatter = scatterBelowZero(counts);
  return scatter > 0 ? counts.map((value) => Math.max(value, scatter)) : counts;
}

/** Root mean square of the negative values; 0 where there are none. */
function scatterBelowZero(counts: Float64Array): number {
  let [sum, below] = [0, 0];
  for (const value of counts) {
    if (!(value < 0)) continue;
    sum += value * value;
    below += 1;
  }
  return below === 0 ? 0 : Math.sqrt(sum / below);
}

/** The first pattern lies lowest. Counts stay counts: only the scale of their drawing differs. */
export function scaledPatterns(
  patterns: readonly Float64Array[],
  { scale, offset, isNormalised }: StackOptions,
): readonly ScaledPattern[] {
  const stored = patterns.map((counts) => storedValues(counts, scale));
  const highest = stored.map(most);
  const top = Math.max(...highest, Number.MIN_VALUE);
  return stored.map((y, at) => {
    const own = isNormalised ? 100 / ((highest[at] ?? 0) || 1) : 1;
    if (scale === 'log') return { y, yScale: { offset: 0, factor: own * 10 ** (DECADES * offset * at) } };
    const step = offset * at * (isNormalised ? 100 : top);
    return { y, yScale: { offset: -step / own, factor: own } };
  });
}

const displayed = (value: number, { offset, factor }: DisplayScale) => (value - offset) * factor;

/** Limits that hold all patterns with room for marks above them. */
export function intensityRange(
  patterns: readonly ScaledPattern[],
  scale: IntensityScale,
): readonly [number, number] {
  const highest = Math.max(...patterns.map(({ y, yScale }) => displayed(most(y), yScale)));
  if (scale === 'log') {
    const lowest = Math.min(...patterns.map(({ y, yScale }) => displayed(leastAboveZero(y), yScale)));
    return Number.isFinite(lowest) && highest > 0 ? [lowest / 1.3, highest * 2] : [0.1, 10];
  }
  const lowest = Math.min(
    ...patterns.map(({ y, yScale }) =>
      displayed(
        y.reduce((least, value) => (value < least ? value : least), Infinity),
        yScale,
      ),
    ),
  );
  if (!(highest > lowest)) return [0, 1];
  return [lowest - AIR * (highest - lowest), highest + AIR_ABOVE * (highest - lowest)];
}

export function intensityAxis(
  patterns: readonly ScaledPattern[],
  { scale, offset, isNormalised }: StackOptions,
): Axis {
  const isPlain = !isNormalised && (offset === 0 || patterns.length === 1);
  const quantity = scale === 'sqrt' ? words.scales.sqrt : words.intensity;
  const unit = isPlain ? (scale === 'sqrt' ? '' : words.counts) : words.arbitrary;
  const range = intensityRange(patterns, scale);
  return scale === 'log'
    ? { quantity, unit, range, scale: 'log', powers: true }
    : { quantity, unit, range, ...(isPlain ? {} : { hidesTicks: true }) };
}
