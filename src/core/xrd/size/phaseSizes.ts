/** Size of crystallites and strain of each phase of a pattern, as ranges, or why they cannot be told. */
import { NORMAL_ONE_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import type { ProfileShape } from '#core/xrd/peakProfile.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';
import { LARGEST_SIZE_A, scherrer } from '#core/xrd/size/scherrer.ts';
import { williamsonHall, type WilliamsonHallOutcome } from '#core/xrd/size/williamsonHall.ts';

/** Lines of one phase that no other line lies upon. */
export interface PhaseLines {
  readonly phase: string;
  readonly isSoftMetal: boolean;
  readonly lines: readonly ObservedBreadth[];
}

export type ScherrerRange =
  /** From the least to the greatest that a line gives; Infinity beyond what a diffractometer can tell. */
  | {
      readonly kind: 'range';
      readonly from_A: number;
      readonly to_A: number;
      readonly lines: number;
      /** Lines as narrow as the instrument's, which say nothing. */
      readonly limited: number;
    }
  | {
      readonly kind: 'at-least';
      readonly atLeast_A: number;
      readonly reason: 'no-instrument' | 'instrument-limited';
    }
  | { readonly kind: 'none'; readonly reason: 'no-sure-line' | 'instrument-unknown-there' };

export interface PhaseSize {
  readonly phase: string;
  /** Angles of the lines that were used. */
  readonly lines_deg: readonly number[];
  readonly scherrer: ScherrerRange;
  /** Null without an instrument's width. */
  readonly williamsonHall: WilliamsonHallOutcome | null;
}

export interface PhaseSizeOptions {
  readonly wavelength_A: number;
  readonly shapeFactor?: number;
  /** The instrument's own line at an angle; null = not known. */
  readonly instrument: ((twoTheta_deg: number) => ProfileShape) | null;
}

const SHAPE_FACTOR = 0.9;
/** A width less sure than this says nothing. */
const MOST_ERROR = 0.2;

function isSure({ fwhm_deg, fwhmError_deg }: ObservedBreadth): boolean {
  return fwhmError_deg < MOST_ERROR * fwhm_deg;
}

/** Of each phase the lines whose width is known within a fifth are used. */
export function phaseSizes(phases: readonly PhaseLines[], options: PhaseSizeOptions): readonly PhaseSize[] {
  return phases.map(({ phase, isSoftMetal, lines }) => {
    const sure = lines.filter(isSure);
    const known = sure.map((observed) => ({
      observed,
      instrument: options.instrument?.(observed.twoTheta_deg),
    }));
    const usable = known.flatMap(({ observed, instrument }) =>
      instrument && instrument.fwhm_deg > 0 ? [{ observed, instrument }] : [],
    );
    return {
      phase,
      lines_deg: sure.map(({ twoTheta_deg }) => twoTheta_deg),
      scherrer: options.instrument ? scherrerRange(sure, usable, options) : withoutInstrument(sure, options),
      williamsonHall: options.instrument ? williamsonHall(usable, { ...options, isSoftMetal }) : null,
    };
  });
}

interface UsableLine {
  readonly observed: ObservedBreadth;
  readonly instrument: ProfileShape;
}

function scherrerRange(
  sure: readonly ObservedBreadth[],
  usable: readonly UsableLine[],
  options: PhaseSizeOptions,
): ScherrerRange {
  if (sure.length === 0) return { kind: 'none', reason: 'no-sure-line' };
  if (usable.length === 0) return { kind: 'none', reason: 'instrument-unknown-there' };
  const outcomes = usable.map(({ observed, instrument }) => scherrer(observed, instrument, options));
  const sizes = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.size] : []));
  const limits = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.atLeast_A]));
  if (sizes.length === 0) {
    return { kind: 'at-least', atLeast_A: Math.min(...limits), reason: 'instrument-limited' };
  }
  const most = Math.max(...sizes.map(({ to_A }) => to_A));
  return {
    kind: 'range',
    from_A: Math.min(...sizes.map(({ from_A }) => from_A)),
    to_A: most > LARGEST_SIZE_A ? Infinity : most,
    lines: sizes.length,
    limited: limits.length,
  };
}

/** As if the whole width were the sample's: the crystallites are larger than that (95 %), by the narrowest line. */
function withoutInstrument(
  sure: readonly ObservedBreadth[],
  { wavelength_A, shapeFactor = SHAPE_FACTOR }: PhaseSizeOptions,
): ScherrerRange {
  if (sure.length === 0) return { kind: 'none', reason: 'no-sure-line' };
  const limits = sure.map(({ twoTheta_deg, fwhm_deg, fwhmError_deg }) => {
    const most = ((fwhm_deg + NORMAL_ONE_SIDED_95 * fwhmError_deg) * Math.PI) / 180;
    return (shapeFactor * wavelength_A) / (most * Math.cos((twoTheta_deg * Math.PI) / 360));
  });
  return { kind: 'at-least', atLeast_A: Math.max(...limits), reason: 'no-instrument' };
}
