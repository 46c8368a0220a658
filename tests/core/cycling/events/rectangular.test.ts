import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import { turnsRectangular } from '#core/cycling/events/turnsRectangular.ts';
import { plainPart } from './plainPart.ts';

const CHANGES = 12;

interface Half {
  readonly resistance_ohm: number;
  readonly current_A?: number;
  readonly ends: number;
}

/** The half cycles called rectangular, from 1, of a run that has one look for 12 half cycles and another for 12 more. */
function calledIn(first: Half, second: Half): number[] {
  const parts = Array.from({ length: 2 * CHANGES }, (_, i) => plainPart(i, i < CHANGES ? first : second));
  return turnsRectangular(parts, NOTHING_KNOWN, EVENT_THRESHOLDS).flatMap((holds, i) =>
    holds ? [i + 1] : [],
  );
}

const ROUND: Half = { resistance_ohm: 30, ends: 1.2 };

test('a voltage that turns flat where the resistance falls is called from its first flat half cycle', () => {
  expect(calledIn(ROUND, { resistance_ohm: 20, ends: 1 })[0]).toBe(CHANGES + 1);
});

test('one that turns flat where the resistance rises is not: no path beside the cell does that', () => {
  expect(calledIn(ROUND, { resistance_ohm: 90, ends: 1 })).toEqual([]);
});

test('one that is flat at another current only is not', () => {
  expect(calledIn(ROUND, { resistance_ohm: 20, current_A: 3e-3, ends: 1 })).toEqual([]);
});

test('one flat half cycle before a step of the current is not, however flat those at the other current are', () => {
  const parts = Array.from({ length: 2 * CHANGES }, (_, i) => {
    if (i >= CHANGES) return plainPart(i, { resistance_ohm: 20, current_A: 3e-3, ends: 1 });
    return plainPart(i, { resistance_ohm: i === CHANGES - 1 ? 29 : 30, ends: i === CHANGES - 1 ? 1 : 1.2 });
  });
  expect(turnsRectangular(parts, NOTHING_KNOWN, EVENT_THRESHOLDS)).not.toContain(true);
});
