import { describe, expect, test } from 'vitest';
import { fullCellCycles } from '#core/cycling/fullCell/fullCellCycles.ts';
import { incrementalCapacity } from '#core/cycling/fullCell/incrementalCapacity.ts';
import { reservoirEfficiency } from '#core/cycling/fullCell/reservoirEfficiency.ts';
import { retention, retentionFromEfficiency } from '#core/cycling/fullCell/retention.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { datasetOf } from '../datasetOf.ts';

/** Simulated: 1 A for an hour at 4 V, then -1 A for 0.9 h, at 3.5 V for 60 % of it and 3 V after. */
function simulated(sign: 1 | -1) {
  const rows = Array.from({ length: 6841 }, (_, k) => k);
  const voltage = (k: number) => (k < 3600 ? 4 : sign * (k < 3600 + 1944 ? 3.5 : 3));
  return datasetOf({
    time_s: rows,
    current_A: rows.map((k) => (k < 3600 ? 1 : -1)),
    voltage_V: rows.map(voltage),
  });
}

function cyclesOf(sign: 1 | -1) {
  const normalisation = { area_cm2: 2, mass_mg: 5000 };
  const outcome = summariseCycling(simulated(sign), { ...normalisation, setCurrent_A: null });
  if (!outcome.ok) throw new Error('no summary');
  return fullCellCycles(outcome.run, normalisation);
}

describe('a full cell', () => {
  test('gives capacities, efficiencies and both mid-point voltages of a hand-calculated cycle', () => {
    const cycle = cyclesOf(1)?.[0];
    if (!cycle?.charge || !cycle.discharge) throw new Error('no whole cycle');
    expect(cycle.charge.capacity_mAhPerG).toBeCloseTo(200, 0);
    expect(cycle.charge.capacity_mAhPerCm2).toBeCloseTo(500, 0);
    expect(cycle.coulombicEfficiency).toBeCloseTo(0.9, 2);
    expect(cycle.discharge.averageVoltage_V).toBeCloseTo(3.3, 2);
    expect(cycle.discharge.halfCapacityVoltage_V).toBeCloseTo(3.5, 6);
    expect(cycle.energyEfficiency).toBeCloseTo((0.9 * 3.3) / 4, 2);
    expect(cycle.voltageEfficiency).toBeCloseTo(3.3 / 4, 2);
    expect(cycle.leftOut).toBeNull();
  });
  test('is not assumed where the voltage changes sign with the current', () => {
    expect(cyclesOf(-1)).toBeNull();
  });
});

test('the reservoir method counts cycled, plated and stripped charge', () => {
  expect(reservoirEfficiency({ cycles: 10, cycled: 1, plated: 5, stripped: 4.7 })).toBeCloseTo(14.7 / 15, 12);
});

test('V2O5: 138 mAh/g is 66 % of 209, so either cell may be the reference', () => {
  const of = (first: number, last: number) =>
    retention(
      [
        { cycle: 1, capacity_mAh: first },
        { cycle: 150, capacity_mAh: last },
      ],
      1,
    )?.retention[1];
  expect(of(209, 138)).toBeCloseTo(0.66, 2);
  expect(of(209, 188)).toBeCloseTo(0.9, 2);
  expect(of(232, 209)).toBeCloseTo(0.9, 2);
});

test('LiFePO4: 98.6 % over 300 cycles leaves 1.5 %, not the 88 % measured', () => {
  expect(retentionFromEfficiency(0.986, 300)).toBeCloseTo(0.015, 3);
});

test('a reference cycle that is not there gives no retention', () => {
  expect(retention([{ cycle: 1, capacity_mAh: 1 }], 2)).toBeNull();
});

test('dQ/dV keeps the whole charge and puts the plateau in its bin', () => {
  const capacity = Float64Array.from([0, 1, 2, 12, 13]);
  const { voltage_V, dQdV_mAhPerV } = incrementalCapacity(
    capacity,
    Float64Array.from([3, 3.2, 3.401, 3.404, 3.6]),
    0.01,
  );
  expect(dQdV_mAhPerV.reduce((a, b) => a + b, 0) * 0.01).toBeCloseTo(13, 9);
  expect(voltage_V[dQdV_mAhPerV.indexOf(Math.max(...dQdV_mAhPerV))]).toBeCloseTo(3.4, 9);
});
