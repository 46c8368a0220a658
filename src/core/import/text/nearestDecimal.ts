/** Decimal numbers of up to 18 digits as the nearest double, without their text. */
import { powerOfTen } from '#core/import/text/plainCell.ts';

/** 2^27 + 1 splits a double into two halves whose products are exact (Dekker 1971). */
const SPLITTER = 134_217_729;
/** The sums below are right to about 2^-100 of the result; what lies closer to a tie than this is left undecided. */
const DOUBT = 2 ** -96;

/**
 * The double nearest to (high + low) / 10^decimals, or NaN when it cannot be told. `high` and `low` are whole numbers
 * that are exact as doubles, 0 ≤ low < 10^9; decimals from 0 to 44. The quotient is computed as the sum of two
 * doubles, each division's remainder exactly, and accepted only if all values within the doubt round alike.
 */
export function nearestQuotient(high: number, low: number, decimals: number): number {
  const sum = high + low;
  // Exact, because high is either zero or not smaller than low's rounding error can see (Fast2Sum, |high| ≥ |low|).
  const rest = high >= low ? low - (sum - high) : high - (sum - low);
  const firstPower = Math.min(decimals, 22);
  const quotient = sum / powerOfTen(firstPower);
  const correction = (remainder(sum, quotient, powerOfTen(firstPower)) + rest) / powerOfTen(firstPower);
  if (decimals <= 22) return settled(quotient, correction);
  const power = powerOfTen(decimals - 22);
  const second = quotient / power;
  return settled(second, (remainder(quotient, second, power) + correction) / power);
}

/** dividend - quotient × divisor, exactly: the product's two halves are summed by Dekker's rule. */
function remainder(dividend: number, quotient: number, divisor: number): number {
  const product = quotient * divisor;
  const quotientTop = quotient * SPLITTER - (quotient * SPLITTER - quotient);
  const divisorTop = divisor * SPLITTER - (divisor * SPLITTER - divisor);
  const quotientTail = quotient - quotientTop;
  const divisorTail = divisor - divisorTop;
  const error =
    quotientTail * divisorTail -
    (product - quotientTop * divisorTop - quotientTail * divisorTop - quotientTop * divisorTail);
  return dividend - product - error;
}

function settled(value: number, correction: number): number {
  const doubt = value * DOUBT;
  const nearest = value + (correction - doubt);
  return nearest === value + (correction + doubt) ? nearest : NaN;
}
