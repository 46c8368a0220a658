import type { Criterion } from '#core/cycling/events/criterion.ts';

/**
 * The polarisation lies below what the electrolyte alone must take, less its uncertainty: electrons take a way of their
 * own, or the floor is not what it is said to be. Nothing is said where no floor is known.
 */
export const belowFloor: Criterion = (parts, { ohmic_ohm, ohmicError }) =>
  parts.map(({ resistance_ohm }) => ohmic_ohm !== null && resistance_ohm < ohmic_ohm * (1 - ohmicError));
