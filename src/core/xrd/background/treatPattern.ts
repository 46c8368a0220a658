/** What of a pattern is looked at: without its Kα2 share, with the background and the halo as curves of their own. */
import { withLorentzians } from '#core/xrd/background/lineFeet.ts';
import { patternBackground, type BackgroundMethod } from '#core/xrd/background/patternBackground.ts';
import { smoothBase } from '#core/xrd/background/smoothBase.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { hasAlpha2, stripAlpha2 } from '#core/xrd/stripAlpha2.ts';

/** Of the fit of the phases, whose halos are components of their own. */
export interface FittedBackground {
  readonly background_counts: Float64Array;
  readonly halo_counts: Float64Array;
}

export interface TreatRequest {
  readonly pattern: Pick<DiffractionPattern, 'twoTheta_deg' | 'intensity_counts' | 'sigma_counts'>;
  /** Null = as measured. */
  readonly background: BackgroundMethod | FittedBackground | null;
  /** The X-rays whose Kα2 is stripped; null = it stays. */
  readonly stripped: Radiation | null;
}

/** Curves in counts; each sum of them is what was measured there, less Kα2 where that was stripped. */
export interface TreatedPattern {
  readonly intensity_counts: Float64Array;
  /** Null where no background was asked for, or there was nothing to draw it from. */
  readonly background: FittedBackground | null;
  readonly isStripped: boolean;
}

/** The background is that of the pattern as measured; stripping is linear, so that it holds for every curve alone. */
export function treatPattern({ pattern, background, stripped }: TreatRequest): TreatedPattern {
  const { twoTheta_deg, intensity_counts } = pattern;
  const found = background && backgroundOf(pattern, background);
  if (!stripped || !hasAlpha2(stripped)) return { intensity_counts, background: found, isStripped: false };
  const strip = (counts: Float64Array) => stripAlpha2(twoTheta_deg, counts, stripped);
  return {
    intensity_counts: strip(intensity_counts),
    background: found && {
      background_counts: strip(found.background_counts),
      halo_counts: strip(found.halo_counts),
    },
    isStripped: true,
  };
}

function backgroundOf(
  pattern: TreatRequest['pattern'],
  background: BackgroundMethod | FittedBackground,
): FittedBackground | null {
  if ('halo_counts' in background) return background;
  const whole = patternBackground(pattern, background);
  if (!whole.every(Number.isFinite)) return null;
  const { twoTheta_deg, sigma_counts } = pattern;
  const base = smoothBase(twoTheta_deg, whole);
  // What the same treatment finds below lines without a halo is none.
  const lines = withLorentzians(pattern, whole, base);
  const below = patternBackground({ ...pattern, intensity_counts: lines }, background);
  const feigned = below.map((value, i) => Math.max(0, value - (base[i] ?? NaN)));
  const halo = whole.map((value, i) => Math.max(0, value - (base[i] ?? NaN) - (feigned[i] ?? NaN)));
  // Clipping follows the noise a little: nothing that single points do not rise above is called a halo.
  const isSeen = halo.some((value, i) => value > (sigma_counts[i] ?? NaN));
  const halo_counts = isSeen ? halo : halo.fill(0);
  return { background_counts: whole.map((value, i) => value - (halo_counts[i] ?? NaN)), halo_counts };
}

/** The pattern above its background; a halo is kept, or goes with it. */
export function aboveBackground(
  { intensity_counts, background }: TreatedPattern,
  { keepsHalo }: { readonly keepsHalo: boolean },
): Float64Array {
  if (!background) return intensity_counts;
  const { background_counts, halo_counts } = background;
  return intensity_counts.map(
    (value, i) => value - (background_counts[i] ?? NaN) - (keepsHalo ? 0 : (halo_counts[i] ?? NaN)),
  );
}
