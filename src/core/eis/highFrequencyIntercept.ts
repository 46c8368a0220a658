/** Where a spectrum meets the real axis at high frequency, and whether that fell as it does when a cell shorts. */
import type { Spectrum } from '#core/eis/spectrum.ts';

/** A fall by more than this share of the first value may be a short. */
const SUSPICIOUS_FALL = 0.2;

/**
 * Ω; Z' where Z'' turns from inductive (above zero) to capacitive, interpolated between the two points, or Z' at the
 * highest frequency where no point is inductive. Null without points.
 */
export function highFrequencyIntercept_ohm({ frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum): number | null {
  const order = Array.from(frequency_Hz.keys()).sort(
    (a, b) => (frequency_Hz[b] ?? NaN) - (frequency_Hz[a] ?? NaN),
  );
  const re = (at: number) => zRe_ohm[order[at] ?? -1] ?? NaN;
  const im = (at: number) => zIm_ohm[order[at] ?? -1] ?? NaN;
  if (order.length === 0) return null;
  for (let at = 1; at < order.length && im(at - 1) > 0; at++) {
    if (im(at) > 0) continue;
    const share = im(at - 1) / (im(at - 1) - im(at));
    return re(at - 1) + share * (re(at) - re(at - 1));
  }
  return re(0);
}

/** True when the intercept of a cell fell by more than 20 %: metal may bridge the electrolyte. */
export function isPossibleShort(pristine_ohm: number, later_ohm: number): boolean {
  return later_ohm < (1 - SUSPICIOUS_FALL) * pristine_ohm;
}
