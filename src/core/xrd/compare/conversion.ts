/** Which share of an element went from one phase into another: of the mercury of LiHg3 into Li3Hg. */
import { NORMAL_ONE_SIDED_95, NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { LEAST_SIGNIFICANCE } from '#core/xrd/compare/lineRatio.ts';
import type { WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import { LEAST_AGREEMENT, phaseAmount, type PhaseAmount } from '#core/xrd/compare/phaseAmount.ts';
import type { ReferencePhase } from '#core/xrd/compare/referenceLines.ts';
import { informationDepth_um } from '#core/xrd/layerModel.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/**
 * Lines that decide and do not depend on the one free coordinate of LiHg3, whose (100) and (101) change by half of
 * their intensity with it; of Li3Hg the odd ones, since LiHg lies under the even ones.
 */
export const CONVERSION_LINES = { LiHg3: ['1 1 0', '2 0 1'], Li3Hg: ['1 1 1', '3 1 1'] } as const;

/** What the number means only if it holds. */
export const CONVERSION_ASSUMPTIONS = [
  'no-texture',
  'same-depth',
  'no-other-phase-of-the-element',
  'equal-profiles',
] as const;
export type ConversionAssumption = (typeof CONVERSION_ASSUMPTIONS)[number];

export type ConversionDoubt =
  /** Lines of one phase do not agree on its amount: texture, or something lies under one. */
  | { readonly code: 'lines-disagree'; readonly phase: string; readonly probability: number }
  | { readonly code: 'single-line'; readonly phase: string }
  /** Layers: only this depth is seen, and a phase below another is weakened. Always there for a film. */
  | { readonly code: 'layers'; readonly phase: string; readonly informationDepth_um: number }
  /** The film is thinner than that: were one phase all below the other, its intensity would be this many times less. */
  | { readonly code: 'thin-film'; readonly phase: string; readonly mostFactor: number };

export interface Conversion {
  /** at-least: the old phase is not seen; at-most: the new one is not. Then `limit95` is to be quoted. */
  readonly kind: 'interval' | 'at-least' | 'at-most';
  /** Of the element in both phases, the share in the new one: 0 … 1. */
  readonly share: number;
  /** Two-sided, of counting alone. */
  readonly lower95: number;
  readonly upper95: number;
  /** One-sided; null for an interval. */
  readonly limit95: number | null;
  readonly from: PhaseAmount;
  readonly to: PhaseAmount;
  readonly assumptions: readonly ConversionAssumption[];
  readonly doubts: readonly ConversionDoubt[];
}

export type ConversionRefusal = 'no-line-of-old-phase' | 'no-line-of-new-phase' | 'neither-seen';

export type ConversionOutcome =
  | { readonly ok: true; readonly conversion: Conversion }
  | { readonly ok: false; readonly refusal: ConversionRefusal };

export interface ConversionPhases {
  readonly from: ReferencePhase;
  readonly to: ReferencePhase;
}

export interface ConversionOptions extends WindowOptions {
  /** Of the film, where it is known. */
  readonly thickness_um?: number;
}

/**
 * Intensity of a line: I ∝ v·m|F|²LP/V² for a volume v of the phase (Klug and Alexander, X-Ray Diffraction Procedures
 * (1974), section 7-3; absorption is common to all phases of one depth), hence the element in it: v times its atoms per
 * volume. Refuses where neither phase is seen.
 */
export function conversion(
  pattern: DiffractionPattern,
  phases: ConversionPhases,
  options: ConversionOptions,
): ConversionOutcome {
  const { from, to } = phases;
  const { others_deg = [] } = options;
  const besides = (phase: ReferencePhase) => ({
    ...options,
    others_deg: [...others_deg, ...phase.allLines_deg],
  });
  const old = phaseAmount(pattern, from, besides(to));
  const fresh = phaseAmount(pattern, to, besides(from));
  if (!old) return { ok: false, refusal: 'no-line-of-old-phase' };
  if (!fresh) return { ok: false, refusal: 'no-line-of-new-phase' };
  if (!isSeen(old) && !isSeen(fresh)) return { ok: false, refusal: 'neither-seen' };
  const doubts = [...doubtsAbout(from, old, options), ...doubtsAbout(to, fresh, options)];
  const shares = sharesOf(elementIn(from, old), elementIn(to, fresh), kindOf(old, fresh));
  const result = { ...shares, from: old, to: fresh, assumptions: CONVERSION_ASSUMPTIONS, doubts };
  return { ok: true, conversion: result };
}

function isSeen({ significance }: PhaseAmount): boolean {
  return significance >= LEAST_SIGNIFICANCE;
}

function kindOf(old: PhaseAmount, fresh: PhaseAmount): Conversion['kind'] {
  if (!isSeen(old)) return 'at-least';
  return isSeen(fresh) ? 'interval' : 'at-most';
}

interface Amount {
  readonly value: number;
  readonly error: number;
}

/** Noise below nought is nought: no phase holds less than nothing. */
function elementIn({ element_perA3 }: ReferencePhase, { volume, error }: PhaseAmount): Amount {
  return { value: Math.max(0, volume) * element_perA3, error: error * element_perA3 };
}

type Shares = Pick<Conversion, 'kind' | 'share' | 'lower95' | 'upper95' | 'limit95'>;

function sharesOf(old: Amount, fresh: Amount, kind: Conversion['kind']): Shares {
  const [lower95, upper95] = shareInterval(old, fresh, NORMAL_TWO_SIDED_95);
  const [least, most] = shareInterval(old, fresh, NORMAL_ONE_SIDED_95);
  const limit95 = { interval: null, 'at-least': least, 'at-most': most }[kind];
  return { kind, share: fresh.value / (old.value + fresh.value), lower95, upper95, limit95 };
}

/**
 * Where (b·(1 − y) − a·y)² ≤ z²·(σ_b²·(1 − y)² + σ_a²·y²) within 0 … 1: Fieller's interval of b/(a + b), which stays
 * right where one of the two is hidden in noise. J. R. Stat. Soc. B 16 (1954) 175.
 */
function shareInterval(a: Amount, b: Amount, z: number): [number, number] {
  const excess = (y: number) =>
    (b.value * (1 - y) - a.value * y) ** 2 - z * z * ((b.error * (1 - y)) ** 2 + (a.error * y) ** 2);
  const share = b.value / (a.value + b.value);
  return [0, 1].map((end) => (excess(end) <= 0 ? end : edgeBetween(share, end, excess))) as [number, number];
}

const HALVINGS = 60;

/** Where it becomes positive on the way from inside, where it is not, to outside. */
function edgeBetween(inside: number, outside: number, excess: (y: number) => number): number {
  let [low, high] = [inside, outside];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) <= 0) low = middle;
    else high = middle;
  }
  return low;
}

function doubtsAbout(
  { mu_perCm }: ReferencePhase,
  { id: phase, lines, agreement }: PhaseAmount,
  { thickness_um }: ConversionOptions,
): ConversionDoubt[] {
  const doubts: ConversionDoubt[] = [];
  const { probability } = agreement;
  if (probability < LEAST_AGREEMENT) doubts.push({ code: 'lines-disagree', phase, probability });
  if (lines.length === 1) doubts.push({ code: 'single-line', phase });
  const lowest_deg = Math.min(...lines.map(({ twoTheta_deg }) => twoTheta_deg));
  const highest_deg = Math.max(...lines.map(({ twoTheta_deg }) => twoTheta_deg));
  const depth_um = informationDepth_um(mu_perCm, highest_deg);
  if (!Number.isFinite(depth_um)) return doubts;
  doubts.push({ code: 'layers', phase, informationDepth_um: depth_um });
  if (thickness_um !== undefined && thickness_um < depth_um) {
    const mostFactor = Math.exp((Math.log(100) * thickness_um) / informationDepth_um(mu_perCm, lowest_deg));
    doubts.push({ code: 'thin-film', phase, mostFactor });
  }
  return doubts;
}
