import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { interceptsDuringRun } from '#core/cycling/events/interceptsDuringRun.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { simulateSymmetricCell } from '../../../simulate/symmetricCell.ts';
import { datasetOf } from '../datasetOf.ts';

const START_s = 1_700_000_000;
const reading = (value_ohm: number, isUpperLimit = false) => ({
  value_ohm,
  standardError_ohm: null,
  way: 'crossing' as const,
  isExtrapolated: false,
  isUpperLimit,
});
const pristine = { state: { kind: 'pristine' }, start_s: START_s - 600, fastest_Hz: 1e6 } as const;
const cycled = {
  state: { kind: 'after-cycle', cycle: 10 },
  start_s: START_s + 72_000,
  fastest_Hz: 1e6,
} as const;

test('an intercept of 35 Ω after 20 h is 0.7 of the pristine 50 Ω', () => {
  const spectra = [
    { ...pristine, intercept: reading(50) },
    { ...cycled, intercept: reading(35) },
  ];
  expect(interceptsDuringRun(spectra, START_s)).toEqual([
    { time_s: -600, relative: 1 },
    { time_s: 72_000, relative: 0.7 },
  ]);
});

test('nothing is compared with an upper limit, without a pristine spectrum or without a clock', () => {
  const after = { ...cycled, intercept: reading(35) };
  const beyond = interceptsDuringRun([{ ...pristine, intercept: reading(50, true) }, after], START_s);
  // But itself.
  expect(beyond.map(({ relative }) => relative)).toEqual([1]);
  expect(interceptsDuringRun([after], START_s)).toEqual([]);
  expect(interceptsDuringRun([{ ...pristine, intercept: reading(50) }, after], null)).toEqual([]);
  const withoutClock = { ...after, start_s: null };
  const found = interceptsDuringRun([{ ...pristine, intercept: reading(50) }, withoutClock], START_s);
  expect(found.map(({ relative }) => relative)).toEqual([1]);
});

test('two spectra that end short of the intercept at one frequency are compared there', () => {
  const slow = { ...pristine, intercept: reading(200, true), fastest_Hz: 500 };
  const after = (fastest_Hz: number) => ({ ...cycled, intercept: reading(120, true), fastest_Hz });
  const fell = (fastest_Hz: number) =>
    interceptsDuringRun([slow, after(fastest_Hz)], START_s).map(({ relative }) => relative);
  expect(fell(500.2)).toEqual([1, 0.6]);
  expect(fell(5000)).toEqual([1]);
});

test('a healthy run is suspected at the half cycle during which its intercept had fallen to 0.7', () => {
  const { time_s, current_A, voltage_V } = simulateSymmetricCell('healthy', 5);
  const columns = { time_s: [...time_s], current_A: [...current_A], voltage_V: [...voltage_V] };
  const eventsWith = (after_ohm: number) => {
    const spectra = [
      { ...pristine, intercept: reading(50) },
      { ...cycled, intercept: reading(after_ohm) },
    ];
    const known = { ...NOTHING_KNOWN, intercepts: interceptsDuringRun(spectra, START_s) };
    const options = { area_cm2: 1, mass_mg: null, setCurrent_A: null, known };
    const outcome = summariseCycling(datasetOf(columns), options);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.summary.events;
  };
  expect(eventsWith(45)).toEqual([]);
  // Half cycles of 1 h: at 20 h the 21st begins.
  expect(eventsWith(35)).toMatchObject([{ kind: 'suspect', halfCycle: 21, criteria: ['impedance'] }]);
});
