/** A number within a sentence: so many significant digits, no zeros behind them, and a minus sign for a minus. */
export function shortNumber(value: number, digits = 3): string {
  return withMinus(String(Number(value.toPrecision(digits))));
}

/** With so many decimals. */
export function fixedNumber(value: number, decimals: number): string {
  return withMinus(value.toFixed(decimals));
}

function withMinus(number: string): string {
  return number.replace(/^-/, '−');
}
