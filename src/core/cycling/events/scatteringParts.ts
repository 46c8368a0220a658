import type { RunPart } from '#core/cycling/events/runParts.ts';
import { hasSameCurrent } from '#core/cycling/events/sameCurrent.ts';

const PARTS = 10;
const BEFORE = 10;
/** Parts less those that the lines use up: fewer do not tell how far they lie from it. */
const LEAST_FREEDOM = 3;
/** Mean of such reversals of independent normal numbers with standard deviation 1, by a simulation of 400 000. */
const REVERSAL_PER_SIGMA = 0.562;

/** Whole half cycles at which the resistance begins to jump about; pieces cut by a pause differ by their place alone. */
export function scatteringParts(parts: readonly RunPart[], limit: number): ReadonlySet<RunPart> {
  const whole = parts.filter(({ isWhole }) => isWhole);
  const reversals = reversalsOf(whole);
  return new Set(
    whole.filter((_, i) => {
      const start = Math.max(0, i + 1 - PARTS);
      if (!(scatterOf(reversals, start, i + 1) > limit)) return false;
      if (!(scatterOf(reversals, Math.max(0, start - BEFORE), start) < limit / 2)) return false;
      return !(spreadOf(whole.slice(start, i + 1)) <= limit);
    }),
  );
}

/**
 * Of two steps of ln R in a row that go opposite ways the smaller one, at the part that ends the second: a trend, its bend and
 * the jump of a rate step are none. Each direction is compared with itself.
 */
function reversalsOf(parts: readonly RunPart[]): Float64Array {
  const steps = parts.map((part, i) => Math.log(part.resistance_ohm / (parts[i - 2]?.resistance_ohm ?? NaN)));
  return Float64Array.from(steps, (step, i) => {
    const before = steps[i - 2] ?? NaN;
    return step * before < 0 ? Math.min(Math.abs(step), Math.abs(before)) : 0;
  });
}

/** Standard deviation of ln R from half cycle to half cycle over parts [from, to), from the reversals that lie in them whole. */
function scatterOf(reversals: Float64Array, from: number, to: number): number {
  const count = to - from - 4;
  if (count < 3) return NaN;
  let sum = 0;
  for (let i = from + 4; i < to; i += 1) sum += reversals[i] ?? NaN;
  return sum / count / REVERSAL_PER_SIGMA;
}

/**
 * Standard deviation of ln R about straight lines of one slope, each direction at each current with its own height; NaN where
 * too few parts share them. What happens to alternate looks up to three times as wide by its few reversals, but not by this;
 * a bend or a drop, which this takes for scatter, brings no reversals.
 */
function spreadOf(parts: readonly RunPart[]): number {
  const lines = linesOf(parts);
  const freedom = parts.length - lines.length - 1;
  return freedom < LEAST_FREEDOM ? NaN : Math.sqrt(squaresAbout(lines) / freedom);
}

interface Point {
  readonly at: number;
  readonly logResistance: number;
}

/** The parts of each direction within each stretch of one current. */
function linesOf(parts: readonly RunPart[]): Point[][] {
  const lines = new Map<string, Point[]>();
  let first = 0;
  for (const [at, part] of parts.entries()) {
    const begun = parts[first];
    if (begun && !hasSameCurrent(begun, part)) first = at;
    const line = `${first} ${part.direction}`;
    const logResistance = Math.log(part.resistance_ohm);
    lines.set(line, [...(lines.get(line) ?? []), { at, logResistance }]);
  }
  return [...lines.values()];
}

/** The least sum of squares that lines of one slope leave. */
function squaresAbout(lines: readonly (readonly Point[])[]): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (const line of lines) {
    const x0 = line.reduce((sum, { at }) => sum + at, 0) / line.length;
    const y0 = line.reduce((sum, { logResistance }) => sum + logResistance, 0) / line.length;
    for (const { at, logResistance } of line) {
      xx += (at - x0) ** 2;
      xy += (at - x0) * (logResistance - y0);
      yy += (logResistance - y0) ** 2;
    }
  }
  return Math.max(0, yy - xy ** 2 / xx);
}
