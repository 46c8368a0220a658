import type { Criterion } from '#core/cycling/events/criterion.ts';

/**
 * A spectrum measured during a part, or in the pause before it, crosses the real axis far below where the pristine cell
 * did. One measured after the last part counts for that, unless as much time as the whole run took has passed since.
 */
export const interceptFell: Criterion = (parts, { intercepts }, { interceptTo }) => {
  const fallen = new Set<number>();
  const end_s = parts.at(-1)?.endTime_s ?? NaN;
  const latest_s = 2 * end_s - (parts[0]?.startTime_s ?? NaN);
  for (const { time_s, relative } of intercepts) {
    const during = parts.findIndex(({ endTime_s }) => time_s <= endTime_s);
    if (relative < interceptTo && time_s <= latest_s) fallen.add(during < 0 ? parts.length - 1 : during);
  }
  return parts.map((_, i) => fallen.has(i));
};
