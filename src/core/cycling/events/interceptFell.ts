import type { Criterion } from '#core/cycling/events/criterion.ts';

/** A spectrum measured during a part crosses the real axis far below where the pristine cell did. */
export const interceptFell: Criterion = (parts, { intercepts }, { interceptTo }) =>
  parts.map(({ startTime_s, endTime_s }) =>
    intercepts.some(
      ({ time_s, relative }) => time_s >= startTime_s && time_s <= endTime_s && relative < interceptTo,
    ),
  );
