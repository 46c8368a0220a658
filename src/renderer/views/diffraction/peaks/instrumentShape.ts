/** The instrument's own line at any angle, from what the user says about it. */
import { cagliotiFwhm_deg, type ProfileShape } from '#core/xrd/peakProfile.ts';
import type { PeakSettings } from './peakSettings.ts';

/** Lorentzian share of the instrument's lines where nothing is known: it moves no end of a range. */
const USUAL_ETA = 0.5;

/** Null where it is not known. */
export function instrumentShape(settings: PeakSettings): ((twoTheta_deg: number) => ProfileShape) | null {
  if (settings.instrument === 'unknown') return null;
  const widths = {
    u_deg2: settings.cagliotiU_deg2,
    v_deg2: settings.cagliotiV_deg2,
    w_deg2: settings.cagliotiW_deg2,
  };
  return (twoTheta_deg) => ({
    fwhm_deg:
      settings.instrument === 'standard' ? settings.standardFwhm_deg : cagliotiFwhm_deg(widths, twoTheta_deg),
    eta: USUAL_ETA,
  });
}
