/** Which mark separates the decimals, decided from rows of data. */
import type { Problem } from '#core/problem.ts';
import { splitCells } from '#core/import/text/splitCells.ts';

export type DecimalMarkOutcome =
  | { readonly ok: true; readonly mark: '.' | ',' }
  | { readonly ok: false; readonly problem: Problem };

const POINT = /^[+-]?\d*\.\d+(?:[eE][+-]?\d+)?$/;
const COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;

/**
 * The decimal mark of sample rows (data, not header). In a comma-separated table it is the point; elsewhere a single
 * comma in a number is a decimal mark. Both in one table is the problem `mixed-decimal-marks`.
 */
export function decimalMarkOf(sampleLines: readonly string[], delimiter: string): DecimalMarkOutcome {
  if (delimiter === ',') return { ok: true, mark: '.' };
  const cells = sampleLines.flatMap((line) => splitCells(line, delimiter) ?? []);
  const comma = cells.find((cell) => COMMA.test(cell));
  const point = cells.find((cell) => POINT.test(cell));
  if (comma !== undefined && point !== undefined) {
    return { ok: false, problem: { code: 'mixed-decimal-marks', example: `${point} and ${comma}` } };
  }
  return { ok: true, mark: comma === undefined ? '.' : ',' };
}
