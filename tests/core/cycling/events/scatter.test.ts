import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import { turnsNoisy } from '#core/cycling/events/turnsNoisy.ts';
import { createRandom } from '../../../simulate/random.ts';
import { plainPart } from './plainPart.ts';

const SEED = 31000;
const RUNS = 200;
const HALF_CYCLES = 70;
const CHANGES = 35;

interface Wander {
  /** Standard deviation of ln R from half cycle to half cycle, until half of the run is over and from then on. */
  readonly before: number;
  readonly after: number;
  /** The current is doubled there too, and E/I falls by a third. */
  readonly steps?: boolean;
}

/** Share of runs in which a resistance that wanders by independent normal numbers is called noisy. */
function shareCalled({ before, after, steps = false }: Wander): number {
  let called = 0;
  for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
    const random = createRandom(seed);
    const parts = Array.from({ length: HALF_CYCLES }, (_, i) => {
      const changed = i >= CHANGES;
      const usual_ohm = steps && changed ? 20 : 30;
      const resistance_ohm = usual_ohm * Math.exp((changed ? after : before) * random.normal());
      return plainPart(i, { resistance_ohm, current_A: steps && changed ? 2e-3 : 1e-3 });
    });
    if (turnsNoisy(parts, NOTHING_KNOWN, EVENT_THRESHOLDS).includes(true)) called += 1;
  }
  console.log(`scatter ${before} to ${after}: ${called} of ${RUNS} called noisy, seeds from ${SEED}`);
  return called / RUNS;
}

test('a resistance that wanders by up to half the limit all the time is not noisy', () => {
  expect(shareCalled({ before: 0.015, after: 0.015 })).toBeLessThanOrEqual(0.02);
  expect(shareCalled({ before: 0.025, after: 0.025 })).toBeLessThanOrEqual(0.02);
});

test('nor is one that falls with a step of the current', () => {
  expect(shareCalled({ before: 0.02, after: 0.02, steps: true })).toBeLessThanOrEqual(0.02);
});

test('a resistance that begins to jump by 8 % is noisy', () => {
  expect(shareCalled({ before: 0.01, after: 0.08 })).toBeGreaterThanOrEqual(0.95);
});
