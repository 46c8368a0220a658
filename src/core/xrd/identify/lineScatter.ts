/** What the lines of phases disagree by: texture, few grains or wrong structures make single lines too strong or weak. */
import type { ReflectionFit } from '#core/xrd/identify/lineFit.ts';

interface Sums {
  readonly weight: number;
  readonly squares: number;
  /** Σw(r − mean)². */
  readonly spread: number;
}

function sumsOf(lines: readonly ReflectionFit[]): Sums {
  let [weight, squares, weighted] = [0, 0, 0];
  for (const { ratio, error } of lines) {
    weight += error ** -2;
    squares += error ** -4;
    weighted += ratio * error ** -2;
  }
  const mean = weighted / weight;
  const spread = lines.reduce((sum, { ratio, error }) => sum + ((ratio - mean) / error) ** 2, 0);
  return { weight, squares, spread };
}

/**
 * Standard deviation of observed over calculated intensities beyond their errors, one for the lines of all phases given,
 * by the moments of DerSimonian & Laird, Control. Clin. Trials 7 (1986) 177; 0 where the errors explain them.
 */
export function lineScatter(phases: readonly (readonly ReflectionFit[])[]): number {
  let [excess, scale] = [0, 0];
  for (const lines of phases) {
    if (lines.length < 2) continue;
    const { weight, squares, spread } = sumsOf(lines);
    excess += spread - (lines.length - 1);
    scale += weight - squares / weight;
  }
  return scale > 0 ? Math.sqrt(Math.max(0, excess / scale)) : 0;
}

/** Relative error of an amount that rests on these lines, when each is off by `scatter`: a few strong ones decide. */
export function scatterError(lines: readonly ReflectionFit[], scatter: number): number {
  if (lines.length === 0) return 0;
  const { weight, squares } = sumsOf(lines);
  return (scatter * Math.sqrt(squares)) / weight;
}
