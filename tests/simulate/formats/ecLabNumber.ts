/** Numbers the way EC-Lab prints them: `3.283641917048226E+002` for doubles, `1.2000000E-001` for floats. */

export type DecimalMark = '.' | ',';

function exponential(value: number, decimals: number, mark: DecimalMark): string {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(decimals).split('e');
  const digits = exponent.slice(1).padStart(3, '0');
  return `${mark === ',' ? mantissa.replace('.', ',') : mantissa}E${exponent.charAt(0)}${digits}`;
}

export const ecLabDouble = (value: number, mark: DecimalMark): string => exponential(value, 15, mark);
export const ecLabFloat = (value: number, mark: DecimalMark): string =>
  exponential(Math.fround(value), 7, mark);
