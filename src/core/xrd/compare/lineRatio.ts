/** The lines of a phase normalised to a line of the substrate. */
import { NORMAL_ONE_SIDED_95, NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import {
  integrateLine,
  type LineRefusal,
  type LineWindow,
  type NetIntensity,
} from '#core/xrd/compare/integrateLine.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** Standard errors above nought from which on a line counts as seen. */
export const LEAST_SIGNIFICANCE = 3;

export interface LineRatio {
  readonly ratio: number;
  readonly error: number;
  /** Two-sided, of Fieller: it allows for the error of the substrate's line. */
  readonly lower95: number;
  readonly upper95: number;
  /** One-sided: the ratio is below it with 95 %. For the phase whose lines are not seen. */
  readonly limit95: number;
  /** The phase's intensity over its error. */
  readonly significance: number;
  /** False: quote `limit95`, not the ratio. */
  readonly isSeen: boolean;
  readonly phase: NetIntensity;
  readonly substrate: NetIntensity;
}

export type RatioRefusal = `phase-${LineRefusal}` | `substrate-${LineRefusal}` | 'substrate-not-seen';

export type RatioOutcome =
  | { readonly ok: true; readonly ratio: LineRatio }
  | { readonly ok: false; readonly refusal: RatioRefusal };

/** Of the sum of the phase's lines; each must be measurable, else the ratios of two patterns would not compare. */
export function lineRatio(
  pattern: DiffractionPattern,
  phase: readonly LineWindow[],
  substrate: LineWindow,
): RatioOutcome {
  const below = integrateLine(pattern, substrate);
  if (!below.ok) return { ok: false, refusal: `substrate-${below.refusal}` };
  if (!(significanceOf(below.line) >= LEAST_SIGNIFICANCE))
    return { ok: false, refusal: 'substrate-not-seen' };
  const lines: NetIntensity[] = [];
  for (const window of phase) {
    const outcome = integrateLine(pattern, window);
    if (!outcome.ok) return { ok: false, refusal: `phase-${outcome.refusal}` };
    lines.push(outcome.line);
  }
  return { ok: true, ratio: ratioOf(summedLines(lines), below.line) };
}

export function significanceOf({ net_countsDeg, error_countsDeg }: NetIntensity): number {
  return net_countsDeg / error_countsDeg;
}

function summedLines(lines: readonly NetIntensity[]): NetIntensity {
  const sum = (valueOf: (line: NetIntensity) => number) =>
    lines.reduce((total, line) => total + valueOf(line), 0);
  return {
    net_countsDeg: sum(({ net_countsDeg }) => net_countsDeg),
    error_countsDeg: Math.sqrt(sum(({ error_countsDeg }) => error_countsDeg ** 2)),
    background_countsDeg: sum(({ background_countsDeg }) => background_countsDeg),
    from_deg: Math.min(...lines.map(({ from_deg }) => from_deg)),
    to_deg: Math.max(...lines.map(({ to_deg }) => to_deg)),
  };
}

function ratioOf(phase: NetIntensity, substrate: NetIntensity): LineRatio {
  const ratio = phase.net_countsDeg / substrate.net_countsDeg;
  const [lower95, upper95] = fieller(phase, substrate, NORMAL_TWO_SIDED_95);
  const positive = { ...phase, net_countsDeg: Math.max(0, phase.net_countsDeg) };
  const significance = significanceOf(phase);
  return {
    ratio,
    error: Math.hypot(phase.error_countsDeg, ratio * substrate.error_countsDeg) / substrate.net_countsDeg,
    lower95,
    upper95,
    limit95: fieller(positive, substrate, NORMAL_ONE_SIDED_95)[1],
    significance,
    isSeen: significance >= LEAST_SIGNIFICANCE,
    phase,
    substrate,
  };
}

/**
 * Where (n − r·s)² ≤ z²·(σₙ² + r²·σₛ²), of independent n and s. Fieller, J. R. Stat. Soc. B 16 (1954) 175. Bounded
 * because s is above z·σₛ.
 */
function fieller(phase: NetIntensity, substrate: NetIntensity, z: number): [number, number] {
  const [n, s] = [phase.net_countsDeg, substrate.net_countsDeg];
  const [vn, vs] = [(z * phase.error_countsDeg) ** 2, (z * substrate.error_countsDeg) ** 2];
  const square = s * s - vs;
  const root = Math.sqrt((n * s) ** 2 - square * (n * n - vn));
  return [(n * s - root) / square, (n * s + root) / square];
}
