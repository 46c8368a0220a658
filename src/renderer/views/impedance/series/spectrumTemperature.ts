/** Temperature of a spectrum: as typed, as its file is named, or that of its cell. */
import type { SpectrumView } from '../useSpectra.ts';

export const ZERO_CELSIUS_K = 273.15;

export interface SpectrumTemperature {
  readonly value_degC: number;
  readonly source: 'typed' | 'file' | 'cell';
}

/** "…_-25C.mpr", "…_25°C…", "…, 60 degC"; null when the words hold no temperature, or several. */
export function temperatureInWords(words: string): number | null {
  // A number before a C that is not the beginning of a word; a dash after a letter or digit joins, others are a minus.
  const found = [
    ...words.matchAll(/(?<![\d.A-Za-z])([-−+]?\d{1,4}(?:[.,]\d+)?) ?(?:°|deg)? ?C(?![A-Za-z\d])/g),
  ];
  const values = new Set(found.map(([, number = '']) => Number(number.replace('−', '-').replace(',', '.'))));
  const [only] = values;
  return values.size === 1 && only !== undefined && only > -ZERO_CELSIUS_K ? only : null;
}

export function spectrumTemperature(
  { dataset, cell }: Pick<SpectrumView, 'dataset' | 'cell'>,
  typed: Readonly<Record<string, number>>,
): SpectrumTemperature | null {
  const own = typed[dataset.id];
  if (own !== undefined) return { value_degC: own, source: 'typed' };
  const named = temperatureInWords(dataset.fileName) ?? temperatureInWords(dataset.label);
  if (named !== null) return { value_degC: named, source: 'file' };
  const ofCell = cell?.temperature_K ?? null;
  // Kelvin from Celsius and back leaves noise in the last digits.
  return ofCell === null
    ? null
    : { value_degC: Number((ofCell - ZERO_CELSIUS_K).toFixed(6)), source: 'cell' };
}
