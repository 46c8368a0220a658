/** Failures of half cycles of 1 h whose resistances a test gives, in ohm; 1 mA unless said. */
import { expect, test } from 'vitest';
import { cyclingEvents } from '#core/cycling/events/cyclingEvents.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import { plainPart } from './plainPart.ts';

/** A soft short turns the voltage flat as well: ends as high as the middle. */
function failedOf(resistances_ohm: readonly number[], sound_ohm = 80) {
  const parts = resistances_ohm.map((resistance_ohm, i) =>
    plainPart(i, { resistance_ohm, ends: resistance_ohm < sound_ohm / 2 ? 1 : 1.2 }),
  );
  return cyclingEvents(parts);
}

const many = (count: number, resistance_ohm: number) => Array.from({ length: count }, () => resistance_ohm);

test('a soft short that heals at once is no failure, one that lasts is, from its first half cycle', () => {
  const brief = failedOf([...many(20, 80), ...many(2, 20), ...many(20, 80)]);
  expect(brief.events.map(({ kind }) => kind)).toEqual(['soft-short', 'recovered']);
  expect(brief.events[0]).toMatchObject({ recoveredAfter: 2 });
  expect(brief.failure).toMatchObject({ mode: null, censored: true });
  const lasting = failedOf([...many(20, 80), ...many(6, 20), ...many(20, 80)]);
  expect(lasting.failure).toMatchObject({ mode: 'soft-short', time_h: 20 });
});

test('a short that never heals is a failure whatever a later one does', () => {
  // 80 ohm, 20 ohm for good; from 40 h on a second fall to 5 ohm that goes back to the 20 ohm of the first short at once.
  const { events, failure } = failedOf([...many(20, 80), ...many(20, 20), ...many(2, 5), ...many(20, 20)]);
  expect(events.map(({ kind }) => kind)).not.toContain('recovered');
  expect(failure).toMatchObject({ mode: 'soft-short', time_h: 20, censored: false });
});

test('a half cycle that the limit of the cycler ends is a failure by that limit, a risen resistance one by lost contact', () => {
  // 3 kohm are 3 V at 1 mA; its end stands 20 % higher.
  const parts = Array.from({ length: 30 }, (_, i) => plainPart(i, { resistance_ohm: 3000 + 70 * i }));
  expect(cyclingEvents(parts).failure).toMatchObject({ mode: 'cut-off', time_h: 17 });
  const limited = { ...EVENT_THRESHOLDS, voltageLimit_V: 10 };
  expect(cyclingEvents(parts, { thresholds: limited }).failure).toMatchObject({ mode: null, censored: true });
  expect(failedOf([...many(20, 80), ...many(5, 800)]).failure).toMatchObject({
    ...{ mode: 'contact-loss', time_h: 20 },
  });
});
