/** Fits that still match their points. */
import type { Weighting } from '#core/eis/fitResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { fittedCurve } from './circuitCurve.ts';
import { isStale, type FitRecord } from './fitRecord.ts';

export function currentRecords(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
  weighting: Weighting,
): ReadonlyMap<string, FitRecord> {
  const current = new Map<string, FitRecord>();
  for (const { dataset } of views) {
    const record = records.get(dataset.id);
    if (record && !isStale(record, dataset, weighting)) current.set(dataset.id, record);
  }
  return current;
}

export function currentCurves(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
  weighting: Weighting,
): ReadonlyMap<string, Spectrum> {
  const current = currentRecords(views, records, weighting);
  const curves = new Map<string, Spectrum>();
  for (const { dataset, used } of views) {
    const record = current.get(dataset.id);
    const curve = record && fittedCurve(record.fit, used.spectrum);
    if (curve) curves.set(dataset.id, curve);
  }
  return curves;
}
