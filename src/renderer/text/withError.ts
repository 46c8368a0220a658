/** A value beside its error, each with as many decimals as two digits of the error take. */
import { fixed } from './digits.ts';

const MOST_DECIMALS = 6;

/** A dash where the error is not known: then nobody can tell the value. */
export function withError(value: number, error: number): string {
  if (!Number.isFinite(value) || !(error > 0)) return '–';
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return `${fixed(value, decimals)} ± ${fixed(error, decimals)}`.replace(/^-/, '−');
}
