/** Shorts of cells with unlike electrodes: 50 cycles of 10 mAh at 10 mA between 3 and 4 V, of which a test changes some. */
import { expect, test } from 'vitest';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import type { CellKind } from '#core/project/study.ts';
import { createRandom } from '../../../simulate/random.ts';
import { datasetOf } from '../datasetOf.ts';
import {
  cycleOf,
  FALLING,
  RISING,
  simulateHalves,
  type SimulatedHalf,
} from '../fullCell/simulatedFullCell.ts';

const SEED = 20261124;

function eventsOf(halves: readonly SimulatedHalf[], cellKind: CellKind | null = null) {
  const outcome = summariseCycling(datasetOf({ ...simulateHalves(halves, 100) }), {
    ...{ area_cm2: null, mass_mg: null, setCurrent_A: null, cellKind },
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.summary;
}

function cycles(count: number, cycle: (index: number) => SimulatedHalf[] = sound): SimulatedHalf[] {
  return Array.from({ length: count }, (_, index) => cycle(index)).flat();
}

/** The first cycle loses 20 %, every later one 0.1 %; the capacity fades by 0.1 % a cycle. */
function sound(index: number): SimulatedHalf[] {
  const capacity_mAh = 10 * 0.999 ** index;
  return cycleOf(index === 0 ? 12.5 : capacity_mAh / 0.999, capacity_mAh);
}

/** A quarter more charge than comes back, at a voltage that stays 0.3 V below its end. */
const leaking = (): SimulatedHalf[] => {
  const [, discharge] = cycleOf(12.5, 9.9);
  const voltage_V = (share: number) => Math.min(RISING(share), 3.7);
  return [{ current_mA: 10, capacity_mAh: 12.5, voltage_V }, ...(discharge ? [discharge] : [])];
};

/** A fifth of what went in does not come back, and one sample in five of the charge dips by up to 200 mV. */
function flickering(random: ReturnType<typeof createRandom>): SimulatedHalf[] {
  const voltage_V = (share: number) => RISING(share) - (random.uniform() < 0.2 ? 0.2 * random.uniform() : 0);
  return [
    { current_mA: 10, capacity_mAh: 10, voltage_V },
    { current_mA: -10, capacity_mAh: 8, voltage_V: FALLING },
  ];
}

test('a sound cell has no event: |E|/I of charge and discharge are no resistances that fall', () => {
  const { events, failure, areLike } = eventsOf(cycles(50));
  expect({ events, areLike }).toEqual({ events: [], areLike: false });
  expect(failure).toMatchObject({ mode: null, censored: true });
  expect(eventsOf(cycles(50), 'full').events).toEqual([]);
});

test('rates are no events: a charge takes what the discharge before it gave', () => {
  const rated = cycles(40, (index) => {
    const current_mA = index % 10 < 5 ? 10 : 40;
    const capacity_mAh = current_mA === 10 ? 10 : 7;
    // As much as came out before.
    const charge_mAh = index % 10 === 5 ? 10 : index % 10 === 0 && index > 0 ? 7 : capacity_mAh;
    return [
      { current_mA: 10, capacity_mAh: charge_mAh, voltage_V: RISING },
      { current_mA: -current_mA, capacity_mAh, voltage_V: FALLING },
    ];
  });
  expect(eventsOf(rated).events).toEqual([]);
});

test('a charge that takes a quarter more and misses its end is suspect, for a redox shuttle does so too', () => {
  const { events, failure } = eventsOf([...cycles(20), ...leaking(), ...cycles(20)]);
  expect(events).toMatchObject([{ kind: 'suspect', halfCycle: 41, criteria: ['full-cell'] }]);
  expect(failure.censored).toBe(true);
});

test('a charge that only misses its end is suspect where those before reached it', () => {
  const [charge, discharge] = leaking();
  if (!charge || !discharge) throw new Error('no cycle');
  const endless = [{ ...charge, capacity_mAh: 10.3 }, discharge];
  expect(eventsOf([...cycles(20), ...endless]).events).toMatchObject([{ kind: 'suspect', halfCycle: 41 }]);
  // At a tenth of the current a charge ends lower without a short.
  const slow = [{ ...charge, capacity_mAh: 10.3, current_mA: 1 }, discharge];
  expect(eventsOf([...cycles(20), ...slow]).events).toEqual([]);
});

test('charges that give little back and flicker are a soft short; it fails the cell, and its end is kept', () => {
  const random = createRandom(SEED);
  const shorted = Array.from({ length: 6 }, () => flickering(random)).flat();
  const { events, failure } = eventsOf([...cycles(20), ...shorted, ...cycles(20)]);
  expect(
    events.map(({ kind }) => kind),
    `seed ${SEED}`,
  ).toEqual(['soft-short', 'recovered']);
  const [short] = events;
  expect(short?.criteria).toEqual(expect.arrayContaining(['full-cell', 'noise']));
  expect(short?.halfCycle).toBeGreaterThanOrEqual(41);
  expect(short?.halfCycle).toBeLessThanOrEqual(44);
  expect(failure.mode).toBe('soft-short');
});

test('a cell said to be symmetric is judged as one whatever its voltage, and a short off zero is no full cell', () => {
  expect(eventsOf(cycles(10), 'symmetric').areLike).toBe(true);
  // A wire of 0.1 ohm behind a meter that is 3 mV off.
  const wire = cycles(10, () => [
    { current_mA: 10, capacity_mAh: 10, voltage_V: () => 0.004 },
    { current_mA: -10, capacity_mAh: 10, voltage_V: () => 0.002 },
  ]);
  expect(eventsOf(wire).areLike).toBe(true);
});
