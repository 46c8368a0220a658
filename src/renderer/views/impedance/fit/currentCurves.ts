/** Fitted curves that still match their points. */
import type { Weighting } from '#core/eis/fitResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { fittedCurve } from './circuitCurve.ts';
import { isStale, type FitRecord } from './fitRecord.ts';

export function currentCurves(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
  weighting: Weighting,
): ReadonlyMap<string, Spectrum> {
  const curves = new Map<string, Spectrum>();
  for (const { dataset, used } of views) {
    const record = records.get(dataset.id);
    if (!record || isStale(record, dataset, weighting)) continue;
    const curve = fittedCurve(record.fit, used.spectrum);
    if (curve) curves.set(dataset.id, curve);
  }
  return curves;
}
