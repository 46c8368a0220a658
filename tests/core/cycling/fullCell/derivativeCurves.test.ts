import { expect, test } from 'vitest';
import { derivativeCurves, derivedSides } from '#core/cycling/fullCell/derivativeCurves.ts';
import { fullCellOf, runOf } from './fullCellOf.ts';
import { cycleOf, simulateHalves } from './simulatedFullCell.ts';

/** Three cycles between 3 and 4 V in straight lines at 10 mA: 8, 8 and 4 mAh charged, as much discharged. */
const rows = simulateHalves([...cycleOf(8, 8), ...cycleOf(8, 8), ...cycleOf(4, 4)], 400);
const run = runOf(rows);
const { cycles } = fullCellOf(rows);
const curvesOf = (derivative: 'dQdV' | 'dVdQ', ...wanted: number[]) =>
  derivativeCurves({ run, sides: derivedSides(cycles, (cycle) => wanted.includes(cycle)), derivative });
const middleOf = (values: Float64Array | undefined) => values?.[Math.floor(values.length / 2)] ?? NaN;

test('each chosen cycle has a charge and a discharge', () => {
  expect(curvesOf('dQdV', 1, 3).map(({ cycle, direction }) => [cycle, direction])).toEqual([
    [1, 'charge'],
    [1, 'discharge'],
    [3, 'charge'],
    [3, 'discharge'],
  ]);
  expect(curvesOf('dQdV', 9)).toEqual([]);
});

test('a straight line of 0.95 V over 8 mAh has dQ/dV = 8/0.95 mAh/V, and half of it over 4 mAh', () => {
  const [charge, , half] = curvesOf('dQdV', 1, 3);
  expect(middleOf(charge?.y)).toBeCloseTo(8 / 0.95, 1);
  expect(middleOf(half?.y)).toBeCloseTo(4 / 0.95, 1);
});

test('dV/dQ is its inverse, negative where the voltage falls', () => {
  const [charge, discharge] = curvesOf('dVdQ', 1);
  expect(middleOf(charge?.y)).toBeCloseTo(0.95 / 8, 3);
  expect(middleOf(discharge?.y)).toBeCloseTo(-0.95 / 8, 3);
});
