/** Numbers as the interface shows them. A format is made once: making one costs a hundred times what using it does. */
const SIGNIFICANT = new Map<number, Intl.NumberFormat>();
const MEASURED = new Map<number, Intl.NumberFormat>();
const DECIMALS = new Map<number, Intl.NumberFormat>();
const WHOLE = new Intl.NumberFormat('en');

function formatOf(
  made: Map<number, Intl.NumberFormat>,
  digits: number,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const format = made.get(digits) ?? new Intl.NumberFormat('en', options);
  made.set(digits, format);
  return format;
}

/** Thousands separators, and no more digits than asked for. */
export function digits(value: number, maximumSignificantDigits = 6): string {
  return formatOf(SIGNIFICANT, maximumSignificantDigits, { maximumSignificantDigits }).format(value);
}

/** Always as many digits, zeros among them, so that what was measured alike looks alike; a true minus sign. */
export function significant(value: number, figures: number): string {
  const options = { minimumSignificantDigits: figures, maximumSignificantDigits: figures };
  return formatOf(MEASURED, figures, options).format(value).replace('-', '−');
}

/** Always as many decimals, so that a column of times lines up. */
export function fixed(value: number, decimals: number): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatOf(DECIMALS, decimals, options).format(value).replace('-', '−');
}

/** Counts are never rounded. */
export function count(value: number): string {
  return WHOLE.format(value);
}

const STEPS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Size of a file in powers of 1000, as file managers show it. */
export function fileSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), STEPS.length - 1);
  return `${digits(bytes / 1000 ** step, 3)} ${STEPS[step] ?? ''}`;
}
