import type { Criterion } from '#core/cycling/events/criterion.ts';

/**
 * E/I does not change although the current changed by at least half. An interface seldom answers so; a resistor does.
 * Equal sizes in both directions are what every symmetric cell shows and say nothing.
 */
export const staysLinear: Criterion = (parts, _known, { linear, linearStep }) =>
  parts.map((part, i) => {
    const before = parts[i - 1];
    if (!before) return false;
    const step = Math.max(part.current_A / before.current_A, before.current_A / part.current_A);
    const change = Math.abs(part.resistance_ohm / before.resistance_ohm - 1);
    return step >= linearStep && change < linear;
  });
