/** The fitted quantity of each spectrum with its temperature, and the Arrhenius line through those that count. */
import { fitArrhenius, type ArrheniusFit } from '#core/eis/arrhenius.ts';
import type { SpectrumQuantity } from '#core/eis/spectrumQuantities.ts';
import { spectrumName, spectrumState } from '../cellSpectra.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { quantitiesOf } from './seriesPoints.ts';
import { spectrumTemperature, ZERO_CELSIUS_K, type SpectrumTemperature } from './spectrumTemperature.ts';

export interface ArrheniusRow {
  readonly datasetId: string;
  readonly label: string;
  readonly temperature: SpectrumTemperature | null;
  /** Null = not fitted. */
  readonly estimate: SpectrumQuantity | null;
}

export interface ArrheniusRequest {
  readonly records: ReadonlyMap<string, FitRecord>;
  readonly quantity: string;
  /** °C by dataset. */
  readonly typed: Readonly<Record<string, number>>;
}

export function arrheniusRows(
  views: readonly SpectrumView[],
  { records, quantity, typed }: ArrheniusRequest,
): readonly ArrheniusRow[] {
  return views.map((view) => ({
    datasetId: view.dataset.id,
    label: [spectrumName(view), spectrumState(view)].filter((part) => part !== '').join(', '),
    temperature: spectrumTemperature(view, typed),
    estimate: quantitiesOf(view, records).find(({ name }) => name === quantity) ?? null,
  }));
}

export interface ArrheniusLine {
  /** Of 1/R, so that a thermally activated conductance has an energy above zero. */
  readonly fit: ArrheniusFit | null;
  readonly points: number;
  /** Have a temperature, but the data do not determine their value. */
  readonly undetermined: number;
}

export function arrheniusLine(rows: readonly ArrheniusRow[]): ArrheniusLine {
  const known = rows.flatMap(({ temperature, estimate }) =>
    temperature && estimate?.unit === 'ohm' ? [{ temperature, estimate }] : [],
  );
  const counting = known.filter(({ estimate }) => estimate.verdict === 'determined');
  const points = counting.map(({ temperature, estimate }) => ({
    temperature_K: temperature.value_degC + ZERO_CELSIUS_K,
    value: 1 / estimate.value,
  }));
  return { fit: fitArrhenius(points), points: points.length, undetermined: known.length - counting.length };
}
