/** Numbers as the interface shows them: thousands separators, and no more digits than asked for. */
const FORMATS = new Map<number, Intl.NumberFormat>();

export function digits(value: number, maximumSignificantDigits = 6): string {
  const known = FORMATS.get(maximumSignificantDigits);
  const format = known ?? new Intl.NumberFormat('en', { maximumSignificantDigits });
  FORMATS.set(maximumSignificantDigits, format);
  return format.format(value);
}

/** Always as many decimals, so that a column of times lines up. */
export function fixed(value: number, decimals: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** Counts are never rounded. */
export function count(value: number): string {
  return value.toLocaleString('en');
}

const STEPS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** Size of a file in powers of 1000, as file managers show it. */
export function fileSize(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), STEPS.length - 1);
  return `${digits(bytes / 1000 ** step, 3)} ${STEPS[step] ?? ''}`;
}
