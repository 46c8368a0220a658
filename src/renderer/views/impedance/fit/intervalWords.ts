import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import { text } from '../../../text/text.ts';
import { significantDigits, valueWords } from '../valueWords.ts';

const words = text.impedanceFit.intervals;

/** Both ends with digits for their distance from the value; an open end says that it is one. */
export function intervalWords({ value, lower95, upper95 }: ParameterInterval): string {
  const reach = (upper95 ?? value) - (lower95 ?? value);
  const places = significantDigits(value, reach / 4);
  const [low, high] = [lower95, upper95].map((end) => (end === null ? null : valueWords(end, places)));
  if (low && high) return `${low} … ${high}`;
  if (low) return words.noUpper(low);
  return high ? words.noLower(high) : words.noLimits;
}
