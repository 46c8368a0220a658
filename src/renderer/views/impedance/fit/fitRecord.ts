/** A fit as it is kept: with the key of what it was computed from, so that it shows when it no longer matches. */
import type { CircuitChoice, FitResult, Weighting } from '#core/eis/fitResult.ts';
import { keptResultKey } from '#core/project/keptResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import type { StoredDataset } from '../../../store/schema.ts';
import { spectrumKey } from '../spectrumKey.ts';

export interface FitRecord {
  readonly inputs: string;
  readonly fit: FitResult;
  /** Null when the circuit was given by hand. */
  readonly choice: CircuitChoice | null;
  /** Intervals that were asked for; absent = none. They go with the fit. */
  readonly intervals?: readonly ParameterInterval[];
}

/** Where the last fit of a dataset is kept. */
export function fitKey({ id }: Pick<StoredDataset, 'id'>): string {
  return keptResultKey('impedance-fit', id);
}

/** Everything but the circuit that a fit depends on. */
export function fitInputs(dataset: StoredDataset, weighting: Weighting): string {
  return `${spectrumKey({ dataset })} ${weighting}`;
}

export function isStale(record: FitRecord, dataset: StoredDataset, weighting: Weighting): boolean {
  return record.inputs !== fitInputs(dataset, weighting);
}

/** In the place of one that was found in the same way before. */
export function withInterval(record: FitRecord, interval: ParameterInterval): FitRecord {
  const others = (record.intervals ?? []).filter(
    ({ parameter, method }) => parameter !== interval.parameter || method !== interval.method,
  );
  return { ...record, intervals: [...others, interval] };
}

/** Whether an interval that took its time still belongs to what is kept now. */
export function isSameFit(one: FitRecord, other: FitRecord): boolean {
  return one.inputs === other.inputs && one.fit.cdc === other.fit.cdc;
}
