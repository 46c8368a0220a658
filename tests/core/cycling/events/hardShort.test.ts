import { expect, test } from 'vitest';
import { cyclingEvents } from '#core/cycling/events/cyclingEvents.ts';
import { EVENT_THRESHOLDS } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { plainPart } from './plainPart.ts';

/** Twenty sound half cycles of 40 mV at 2 mA, then `low` ones. */
function eventsThen(low: (index: number) => RunPart, leads_ohm = 0) {
  const sound = Array.from({ length: 20 }, (_, i) => plainPart(i, { resistance_ohm: 20, current_A: 2e-3 }));
  const parts = [...sound, ...Array.from({ length: 12 }, (_, i) => low(20 + i))];
  return cyclingEvents(parts, { thresholds: { ...EVENT_THRESHOLDS, leads_ohm } });
}

const kindsOf = (low: (index: number) => RunPart, leads_ohm = 0) =>
  eventsThen(low, leads_ohm).events.map(({ kind }) => kind);

/** 1 mV at 2 mA: what a wire of 0.5 ohm takes. */
const wire = (index: number) => plainPart(index, { resistance_ohm: 0.5, current_A: 2e-3, ends: 1 });

test('less than 2 mV with V/I constant from end to end and half cycle to half cycle is a hard short', () => {
  const { events, failure } = eventsThen(wire);
  expect(events).toMatchObject([{ kind: 'hard-short', halfCycle: 21, time_s: 20 * 3600, halfCycles: 12 }]);
  expect(failure).toMatchObject({ mode: 'hard-short', time_h: 20, censored: false });
});

test('V follows I in a hard short: a changed current keeps it one', () => {
  const current_A = (index: number) => (index % 4 < 2 ? 1e-3 : 3e-3);
  expect(
    kindsOf((index) => plainPart(index, { resistance_ohm: 0.5, current_A: current_A(index), ends: 1 })),
  ).toEqual(['hard-short']);
});

test('what the leads take is no voltage of the cell', () => {
  // 12 mV at 2 mA over leads of 5.5 ohm leave 1 mV.
  const withLeads = (index: number) => plainPart(index, { resistance_ohm: 6, current_A: 2e-3, ends: 1 });
  expect(kindsOf(withLeads, 5.5)).toEqual(['hard-short']);
  expect(kindsOf(withLeads)).not.toContain('hard-short');
});

test('less than 2 mV that keeps the peak and tail of a half cycle is no hard short: V/I is not constant', () => {
  // 1.6 mV with ends 30 % higher.
  expect(
    kindsOf((index) => plainPart(index, { resistance_ohm: 0.8, current_A: 2e-3, ends: 1.3 })),
  ).not.toContain('hard-short');
});

test('less than 2 mV whose V/I jumps from half cycle to half cycle is no hard short', () => {
  const jumping = (index: number) =>
    plainPart(index, { resistance_ohm: index % 4 < 2 ? 0.9 : 0.4, current_A: 2e-3, ends: 1 });
  expect(kindsOf(jumping)).not.toContain('hard-short');
});

test('a voltage that is low because little current flows is no event: the resistance is what it was', () => {
  // 20 ohm at 0.05 mA are 1 mV, flat from end to end.
  expect(
    kindsOf((index) => plainPart(index, { resistance_ohm: 20, current_A: 5e-5, ends: 1 })),
  ).not.toContain('hard-short');
});

test('what noise of the meter hides does not refute a hard short', () => {
  // Ends and medians 8 % off at 1 mV: 0.08 mV, below the 0.1 mV such cyclers resolve.
  const noisy = (index: number) =>
    plainPart(index, { resistance_ohm: index % 4 < 2 ? 0.52 : 0.48, current_A: 2e-3, ends: 1.08 });
  expect(kindsOf(noisy)).toEqual(['hard-short']);
});

test('a hard short that heals within the run is none', () => {
  const heals = (index: number) =>
    index < 26 ? wire(index) : plainPart(index, { resistance_ohm: 20, current_A: 2e-3 });
  expect(kindsOf(heals)).toEqual(['soft-short', 'recovered']);
});
