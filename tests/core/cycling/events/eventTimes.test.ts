import { expect, test } from 'vitest';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { datasetOf } from '../datasetOf.ts';

const HALF_CYCLE_S = 1800;
const INTERVAL_S = 10;

/** Sixteen half cycles at 2 mA whose |E| sinks by 1 % in each, and to a quarter from `falls_s` on. */
function runThatFalls(falls_s: number) {
  const time_s = Array.from({ length: (16 * HALF_CYCLE_S) / INTERVAL_S }, (_, i) => i * INTERVAL_S);
  const sign = (time: number) => (Math.floor(time / HALF_CYCLE_S) % 2 === 0 ? 1 : -1);
  const size = (time: number) =>
    0.08 * (1 - (0.01 * (time % HALF_CYCLE_S)) / HALF_CYCLE_S) * (time < falls_s ? 1 : 0.25);
  const columns = {
    time_s,
    current_A: time_s.map((time) => 2e-3 * sign(time)),
    voltage_V: time_s.map((time) => sign(time) * size(time)),
  };
  const outcome = summariseCycling(datasetOf(columns), { area_cm2: 1, mass_mg: null, setCurrent_A: null });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.summary.events;
}

test('a fall between two half cycles is dated to the start of the second', () => {
  const [event] = runThatFalls(8 * HALF_CYCLE_S);
  expect(event).toMatchObject({ halfCycle: 9, time_s: 8 * HALF_CYCLE_S });
  expect(event?.criteria).toContain('drop');
});

test('a fall inside a half cycle is dated to where it falls', () => {
  const [event] = runThatFalls(8 * HALF_CYCLE_S + 900);
  expect(event?.halfCycle).toBe(9);
  expect(Math.abs((event?.time_s ?? NaN) - (8 * HALF_CYCLE_S + 900))).toBeLessThanOrEqual(3 * INTERVAL_S);
});
