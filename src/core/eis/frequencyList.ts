/** Far above any measured spectrum. */
export const MOST_FREQUENCIES = 100_000;

/**
 * `1e6:1e-2:10` (start, stop, points per decade; the start and, where it falls on the raster, the stop are points) or
 * a comma list, in Hz. Null for anything else and for more than `MOST_FREQUENCIES` points.
 */
export function parseFrequencies(text: string): Float64Array | null {
  const parts = text.split(':');
  const numbers = (parts.length === 1 ? text.split(',') : parts).map(positiveNumber);
  if (numbers.length > MOST_FREQUENCIES || numbers.includes(null)) return null;
  const values = numbers.map(Number);
  if (parts.length === 1) return Float64Array.from(values);
  const [start = NaN, stop = NaN, perDecade = NaN] = values;
  return values.length === 3 ? logarithmicRaster(start, stop, perDecade) : null;
}

function positiveNumber(text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text);
  return value > 0 && Number.isFinite(value) ? value : null;
}

function logarithmicRaster(start: number, stop: number, perDecade: number): Float64Array | null {
  const decades = Math.abs(Math.log10(stop / start));
  const count = Math.floor(decades * perDecade + 1e-6) + 1;
  if (count > MOST_FREQUENCIES) return null;
  return Float64Array.from({ length: count }, (_, i) => {
    // Whole decades apart, so that they stay round numbers.
    const whole = Math.floor(i / perDecade);
    const factor = 10 ** whole * 10 ** (i / perDecade - whole);
    return stop < start ? start / factor : start * factor;
  });
}
