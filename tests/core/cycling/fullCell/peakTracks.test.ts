import { describe, expect, test } from 'vitest';
import { differentialVoltage } from '#core/cycling/fullCell/differentialVoltage.ts';
import { findPeaks } from '#core/cycling/fullCell/findPeaks.ts';
import { incrementalCapacity } from '#core/cycling/fullCell/incrementalCapacity.ts';
import { trackPeaks } from '#core/cycling/fullCell/trackPeaks.ts';
import { createRandom } from '../../../simulate/random.ts';
import { fullCellOf } from './fullCellOf.ts';
import { reactionCurve, simulateHalves, type Reaction } from './simulatedFullCell.ts';

const WINDOW = [3, 4] as const;

/** Simulated: charge and discharge along the same reactions, 20 mV of polarisation each way. */
function cycleAlong(reactions: readonly Reaction[], tailRows = 0) {
  const { capacity_mAh, voltage_V } = reactionCurve(reactions, WINDOW);
  return [
    { current_mA: 10, capacity_mAh, voltage_V: (share: number) => voltage_V(share) + 0.02, tailRows },
    { current_mA: -10, capacity_mAh, voltage_V: (share: number) => voltage_V(1 - share) - 0.02 },
  ];
}

/** The second reaction moves up by 3 mV a cycle and is gone after the sixth, a third one begins in the ninth. */
function reactionsOf(cycle: number): Reaction[] {
  return [
    { at_V: 3.3, charge_mAh: 60, width_V: 0.015 },
    ...(cycle <= 6 ? [{ at_V: 3.6 + 0.003 * (cycle - 1), charge_mAh: 30, width_V: 0.02 }] : []),
    ...(cycle >= 9 ? [{ at_V: 3.8, charge_mAh: 20, width_V: 0.02 }] : []),
  ];
}

const ROWS = 1500;
const summary = fullCellOf(
  simulateHalves(Array.from({ length: 12 }, (_, k) => cycleAlong(reactionsOf(k + 1))).flat(), ROWS),
);

describe('peaks of dQ/dV', () => {
  const charges = summary.peaks.dQdV.filter(({ direction }) => direction === 'charge');

  test('lie where the reactions are, as high and as large as these, within a bin', () => {
    const [first, second] = charges.map(({ points }) => points[0]);
    if (!first || !second) throw new Error('peaks are missing');
    expect(Math.abs(first.position_V - 3.32)).toBeLessThan(0.0025);
    expect(Math.abs(second.position_V - 3.62)).toBeLessThan(0.0025);
    // 60/(4 × 0.015) and 30/(4 × 0.02) mAh/V; a bin of 5 mV flattens the top by less than 2 %.
    expect(Math.abs(first.height_mAhPerV / 1000 - 1)).toBeLessThan(0.02);
    expect(Math.abs(second.height_mAhPerV / 375 - 1)).toBeLessThan(0.02);
    expect(Math.abs(first.area_mAh / 60 - 1)).toBeLessThan(0.02);
    expect(Math.abs(second.area_mAh / 30 - 1)).toBeLessThan(0.02);
    expect(first.uncertainty_V).toBe(0.005);
  });

  test('are followed while they move, end when they are lost and begin when they appear', () => {
    expect(charges.map(({ points }) => [points[0]?.cycle, points.at(-1)?.cycle])).toEqual([
      [1, 12],
      [1, 6],
      [9, 12],
    ]);
    const moving = charges[1]?.points ?? [];
    expect((moving.at(-1)?.position_V ?? NaN) - (moving[0]?.position_V ?? NaN)).toBeCloseTo(0.015, 2);
  });

  test('of the discharge are the same ones lower by twice the polarisation', () => {
    const discharges = summary.peaks.dQdV.filter(({ direction }) => direction === 'discharge');
    expect(discharges).toHaveLength(3);
    const [charge, discharge] = [charges[0]?.points[3], discharges[0]?.points[3]];
    expect((charge?.position_V ?? NaN) - (discharge?.position_V ?? NaN)).toBeCloseTo(0.04, 2);
  });

  test('are not made by a constant-voltage step at the end of a charge', () => {
    const withTails = fullCellOf(
      simulateHalves(Array.from({ length: 3 }, () => cycleAlong(reactionsOf(1), 200)).flat(), ROWS),
    );
    expect(withTails.peaks.dQdV.filter(({ direction }) => direction === 'charge')).toHaveLength(2);
  });

  test.each([1, 2, 3])(
    'are still two a direction where the voltage is read to 1 mV with 0.5 mV of noise (seed %i)',
    (seed) => {
      const random = createRandom(seed);
      const rows = simulateHalves(Array.from({ length: 10 }, () => cycleAlong(reactionsOf(1))).flat(), ROWS);
      const voltage_V = rows.voltage_V.map(
        (value) => Math.round(1000 * (value + 0.0005 * random.normal())) / 1000,
      );
      const { dQdV } = fullCellOf({ ...rows, voltage_V }).peaks;
      expect(dQdV.map(({ direction, points }) => [direction, points.length])).toEqual([
        ['charge', 10],
        ['charge', 10],
        ['discharge', 10],
        ['discharge', 10],
      ]);
    },
  );

  test('are sought in every third of 240 cycles: no more than a hundred are looked at', () => {
    const many = fullCellOf(
      simulateHalves(
        Array.from({ length: 240 }, () => cycleAlong([{ at_V: 3.5, charge_mAh: 50, width_V: 0.1 }])).flat(),
        60,
      ),
    );
    expect(many.peaks).toMatchObject({ every: 3, cycles: { charge: 80, discharge: 80 } });
    expect(many.peaks.dQdV[0]?.points.map(({ cycle }) => cycle).slice(0, 3)).toEqual([1, 4, 7]);
  });

  test('are no sharper than the rows: where these lie 20 mV apart, so is the uncertainty', () => {
    const coarse = fullCellOf(
      simulateHalves(
        Array.from({ length: 3 }, () => cycleAlong([{ at_V: 3.5, charge_mAh: 50, width_V: 0.12 }])).flat(),
        24,
      ),
    );
    for (const { points } of coarse.peaks.dQdV)
      for (const { uncertainty_V } of points) expect(uncertainty_V).toBeGreaterThan(0.01);
    expect(coarse.peaks.dQdV.length).toBeGreaterThan(0);
  });
});

describe('dQ/dV', () => {
  test('keeps the charge where noise sends the voltage back and forth', () => {
    const random = createRandom(4);
    const capacity = Float64Array.from({ length: 4000 }, (_, k) => k / 100);
    const voltage = capacity.map((q) => 3 + q / 100 + 0.003 * random.normal());
    const { dQdV_mAhPerV } = incrementalCapacity(capacity, voltage, 0.005);
    expect(dQdV_mAhPerV.reduce((a, b) => a + b, 0) * 0.005).toBeCloseTo(39.99, 9);
  });

  test('tells how far apart rows lie that are farther apart than a bin', () => {
    const { rowSpacing_V } = incrementalCapacity(
      Float64Array.from([0, 1, 2, 3]),
      Float64Array.from([3, 3.03, 3.06, 3.09]),
      0.01,
    );
    for (const spacing of rowSpacing_V.subarray(0, -1)) expect(spacing).toBeCloseTo(0.03, 9);
  });
});

describe('dV/dQ', () => {
  test('is exact on a straight line, however the rows lie', () => {
    const capacity = Float64Array.from([0, 0.3, 0.35, 1.1, 2.9, 3.3, 4]);
    const { capacity_mAh, dVdQ_VPerMAh } = differentialVoltage(
      capacity,
      capacity.map((q) => 4 - 0.25 * q),
      0.5,
    );
    expect([...capacity_mAh]).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5]);
    for (const slope of dVdQ_VPerMAh) expect(slope).toBeCloseTo(-0.25, 12);
  });

  test('passes over rows without a voltage', () => {
    const capacity = Float64Array.from({ length: 41 }, (_, k) => k / 10);
    const voltage = capacity.map((q, k) => (k % 5 === 1 || k === 0 ? NaN : 3 + q));
    const { dVdQ_VPerMAh } = differentialVoltage(capacity, voltage, 1);
    for (const slope of dVdQ_VPerMAh.subarray(1)) expect(slope).toBeCloseTo(1, 9);
  });

  test('has its peak where the voltage steps, half way between two reactions of equal width', () => {
    // Two equal reactions: the voltage steps when the charge of the first has passed.
    const reactions = [3.3, 3.7].map((at_V) => ({ at_V, charge_mAh: 50, width_V: 0.01 }));
    const { peaks } = fullCellOf(
      simulateHalves(Array.from({ length: 4 }, () => cycleAlong(reactions)).flat(), ROWS),
    );
    expect(peaks.dVdQ.map(({ direction, points }) => [direction, points.length])).toEqual([
      ['charge', 4],
      ['discharge', 4],
    ]);
    for (const { points } of peaks.dVdQ)
      for (const { position_mAh, uncertainty_mAh } of points)
        expect(Math.abs(position_mAh - 50)).toBeLessThan(uncertainty_mAh);
  });
});

describe('finding peaks', () => {
  test('takes the prominence from the higher valley and the area from valley to valley', () => {
    const flat = Array.from({ length: 20 }, () => 0);
    const values = Float64Array.from([...flat, 2, 6, 2, 3, 1, 3, 9, 4, 1, ...flat]);
    // By hand: peaks 6, 3 and 9; 3 stands 1 above its higher valley (2).
    expect(findPeaks(values, 2).map(({ height, prominence, area }) => [height, prominence, area])).toEqual([
      [6, 5, 13],
      [9, 9, 18],
    ]);
  });

  test('sees none in noise, at an end, or in nothing', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const random = createRandom(seed);
      const noise = Float64Array.from({ length: 200 }, () => 100 + random.normal());
      expect(findPeaks(noise, 0).length, `seed ${seed}`).toBeLessThanOrEqual(1);
      expect(findPeaks(noise, 10), `seed ${seed}`).toEqual([]);
    }
    expect(
      findPeaks(
        Float64Array.from({ length: 50 }, (_, k) => k),
        0,
      ),
    ).toEqual([]);
    expect(findPeaks(new Float64Array(0), 0)).toEqual([]);
    expect(findPeaks(new Float64Array(30), 0)).toEqual([]);
  });
});

test('tracks take the nearest peak, each once, and are not resumed', () => {
  const tracks = trackPeaks(
    [
      { cycle: 1, peaks: [3.3, 3.5] },
      { cycle: 2, peaks: [3.31, 3.34, 3.52] },
      { cycle: 3, peaks: [3.34] },
      { cycle: 4, peaks: [3.34, 3.52] },
    ],
    (peak) => peak,
    0.03,
  );
  expect(tracks.map((track) => track.map(({ cycle, peak }) => [cycle, peak]))).toEqual([
    [
      [1, 3.3],
      [2, 3.31],
    ],
    [
      [1, 3.5],
      [2, 3.52],
    ],
    [
      [2, 3.34],
      [3, 3.34],
      [4, 3.34],
    ],
    [[4, 3.52]],
  ]);
});
