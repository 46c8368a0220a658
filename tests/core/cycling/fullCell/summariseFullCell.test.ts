import { describe, expect, test } from 'vitest';
import { summariseFullCell } from '#core/cycling/fullCell/summariseFullCell.ts';
import { fullCellOf, runOf } from './fullCellOf.ts';
import { cycleOf, FALLING, RISING, simulateHalves, type SimulatedHalf } from './simulatedFullCell.ts';

const said = (verdict: readonly string[]) => verdict.join('\n');

/** Cycles of one capacity and efficiency. */
function evenCycles(count: number, capacity_mAh: number, efficiency: number): SimulatedHalf[] {
  return Array.from({ length: count }, () => cycleOf(capacity_mAh / efficiency, capacity_mAh)).flat();
}

describe('the direction of charge', () => {
  const halves = [...cycleOf(100, 95), ...cycleOf(96, 94)];
  const reversed = halves.map((half) => ({ ...half, current_mA: -half.current_mA }));

  test('is positive where the voltage rises with positive current', () => {
    const { charging, cycles } = fullCellOf(simulateHalves(halves));
    expect(charging).toEqual({ positiveIs: 'charge', decidedBy: 'course', agreeing: 4, moving: 4 });
    expect(cycles[0]?.charge?.capacity_mAh).toBeCloseTo(100, 6);
  });

  test('is negative in a file that counts the other way, and the current keeps the sign of the file', () => {
    const { charging, cycles, verdict } = fullCellOf(simulateHalves(reversed));
    expect(charging).toEqual({ positiveIs: 'discharge', decidedBy: 'course', agreeing: 4, moving: 4 });
    expect(cycles[0]?.charge?.capacity_mAh).toBeCloseTo(100, 6);
    expect(cycles[0]?.charge?.current_mA).toBe(-10);
    expect(cycles[0]?.discharge?.current_mA).toBe(10);
    expect(cycles[0]?.coulombicEfficiency).toBeCloseTo(0.95, 6);
    expect(said(verdict)).toContain('Charging: negative current; the sign stays as the file has it.');
  });

  test('is that of a cell connected the other way round, whose |E| rises while E falls', () => {
    const mirrored = halves.map((half) => ({
      ...half,
      current_mA: -half.current_mA,
      voltage_V: (share: number) => -half.voltage_V(share),
    }));
    const { charging, cycles } = fullCellOf(simulateHalves(mirrored));
    expect(charging.positiveIs).toBe('discharge');
    expect(cycles[0]?.charge?.capacity_mAh).toBeCloseTo(100, 6);
  });

  test('falls back on the averages, and on the convention, where the voltage does not move', () => {
    const flat = (positive_V: number, negative_V: number) =>
      halves.map((half) => ({
        ...half,
        voltage_V: () => (half.current_mA > 0 ? positive_V : negative_V),
      }));
    const of = (one: readonly SimulatedHalf[]) => fullCellOf(simulateHalves(one)).charging;
    expect(of(flat(3.4, 3.5))).toMatchObject({ positiveIs: 'discharge', decidedBy: 'averages' });
    expect(of(flat(3.5, 3.4))).toMatchObject({ positiveIs: 'charge', decidedBy: 'averages' });
    expect(of(flat(3.5, 3.5))).toMatchObject({ positiveIs: 'charge', decidedBy: 'convention' });
  });
});

describe('the coulombic efficiency', () => {
  test('is charge over discharge where the run begins with a discharge, and the other reading stands beside it', () => {
    const halves: SimulatedHalf[] = [50, 48, 47, 46].flatMap((discharge_mAh, k) => [
      { current_mA: -10, capacity_mAh: discharge_mAh, voltage_V: FALLING },
      { current_mA: 10, capacity_mAh: [40, 47, 46, 45][k] ?? NaN, voltage_V: RISING },
    ]);
    const { beginsWith, cycles, means, otherPairing, verdict } = fullCellOf(simulateHalves(halves));
    expect(beginsWith).toBe('discharge');
    expect(cycles.map(({ coulombicEfficiency }) => coulombicEfficiency)).toEqual(
      [40 / 50, 47 / 48, 46 / 47, 45 / 46].map((value) => expect.closeTo(value, 6) as number),
    );
    expect(means.coulombicEfficiency?.mean).toBeCloseTo((47 / 48 + 46 / 47 + 45 / 46) / 3, 6);
    expect(otherPairing).toMatchObject({ n: 2, mean: expect.closeTo((47 / 47 + 46 / 46) / 2, 6) as number });
    expect(said(verdict)).toContain('discharge over the charge before it');
  });
});

describe('means over cycles', () => {
  test('leave out the first cycle, an incomplete and an interrupted one, and say so', () => {
    const halves = [
      ...cycleOf(30, 100),
      ...cycleOf(100, 98),
      ...cycleOf(100, 50),
      ...cycleOf(100, 96),
      ...cycleOf(98, 90).slice(0, 1),
    ];
    const rows = simulateHalves(halves);
    // Row 41 × 4 begins the third cycle; the instrument paused after ten of its rows.
    const summary = fullCellOf(rows, { breaks: [41 * 4 + 10] });
    expect(summary.leftOut).toEqual([
      { cycle: 1, reason: 'first' },
      { cycle: 3, reason: 'interrupted' },
      { cycle: 5, reason: 'incomplete' },
    ]);
    expect(summary.means.coulombicEfficiency).toEqual({
      n: 2,
      mean: expect.closeTo(0.97, 6) as number,
      sd: expect.closeTo(0.02 / Math.SQRT2, 6) as number,
    });
    expect(said(summary.verdict)).toMatch(
      /Left out of means: cycle 1 \(the first.*cycle 3 \(interrupted.*cycle 5 \(incomplete/,
    );
  });

  test('leave out a cycle in which the run ends before its cut-off', () => {
    const halves = [...evenCycles(3, 100, 0.99), ...cycleOf(101, 40)];
    const cut = halves.map((half, k) =>
      k === halves.length - 1 ? { ...half, voltage_V: (share: number) => FALLING(0.4 * share) } : half,
    );
    const rows = simulateHalves(cut);
    for (const values of Object.values(rows)) (values as number[]).pop();
    expect(fullCellOf(rows).leftOut.at(-1)).toEqual({ cycle: 4, reason: 'unfinished' });
    expect(fullCellOf(simulateHalves(halves)).leftOut).toEqual([{ cycle: 1, reason: 'first' }]);
  });

  test('do not exist for a run of one cycle', () => {
    const { means, verdict } = fullCellOf(simulateHalves(cycleOf(100, 99)));
    expect(means.coulombicEfficiency).toBeNull();
    expect(said(verdict)).toContain('No mean efficiency: no cycle counts.');
  });
});

describe('rate groups', () => {
  const at = (current_mA: number, capacities: readonly number[]) =>
    capacities.flatMap((capacity) => cycleOf(capacity / 0.98, capacity, current_mA));
  const halves = [...at(10, [100, 98, 96]), ...at(50, [80, 79]), ...at(100, [60]), ...at(10.5, [92, 90])];

  test('gather the cycles of one discharge current, with their mean, spread and C rate', () => {
    const { rates } = fullCellOf(simulateHalves(halves), { mass_mg: 1000 });
    expect(rates.groups.map(({ cycles }) => cycles)).toEqual([[2, 3, 7, 8], [4, 5], [6]]);
    const [slow, fast] = rates.groups;
    // By hand: (98 + 96 + 92 + 90)/4 = 94, squares 16 + 4 + 4 + 16 over 3.
    expect(slow?.means.dischargeCapacity_mAh).toEqual({
      n: 4,
      mean: expect.closeTo(94, 6) as number,
      sd: expect.closeTo(Math.sqrt(40 / 3), 6) as number,
    });
    expect(fast?.cRate_perH).toBeCloseTo(0.5, 9);
    expect(fast?.current_mAPerG).toBeCloseTo(50, 9);
    expect(fast?.means.dischargeCapacity_mAhPerG?.mean).toBeCloseTo(79.5, 6);
  });

  test('tell what comes back at the first current', () => {
    const { rates } = fullCellOf(simulateHalves(halves));
    expect(rates.recovery).toMatchObject({
      before_mAh: expect.closeTo(98, 6) as number,
      after_mAh: expect.closeTo(91, 6) as number,
      ratio: expect.closeTo(91 / 98, 6) as number,
    });
  });

  test('count the first cycle only where it is alone, and never its efficiency', () => {
    const { rates } = fullCellOf(simulateHalves([...at(10, [100]), ...at(50, [80, 79])]));
    expect(rates.groups[0]?.cycles).toEqual([1]);
    expect(rates.groups[0]?.means.dischargeCapacity_mAh?.mean).toBeCloseTo(100, 6);
    expect(rates.groups[0]?.means.coulombicEfficiency).toBeNull();
    expect(rates.recovery).toBeNull();
  });
});

describe('the cells of the paper', () => {
  /** Simulated: a capacity that falls evenly from the first to the last cycle at one efficiency. */
  const fading = (cycles: number, [first, last]: readonly [number, number], efficiency: number) =>
    simulateHalves(
      Array.from({ length: cycles }, (_, k) => {
        const capacity = first + ((last - first) * k) / (cycles - 1);
        return cycleOf(capacity / efficiency, capacity, 200);
      }).flat(),
      12,
    );
  const ofV2O5 = (first: number, last: number) =>
    fullCellOf(fading(150, [first, last], 1), { mass_mg: 1000 });

  test('V2O5 with amalgam: 90 % of 209 mAh/g and 209 mAh/g that are 90 % both read 90 %, so both ends are printed', () => {
    // 0.90 × 209 = 188.1; 209/0.90 = 232.2.
    const [initial, final] = [ofV2O5(209, 188.1), ofV2O5(232.2, 209)];
    expect(initial.retained?.last?.retention).toBeCloseTo(0.9, 3);
    expect(final.retained?.last?.retention).toBeCloseTo(0.9, 3);
    expect(said(initial.verdict)).toContain(
      'cycle 1 (the first without a flaw, since none was chosen): 209 mAh, 209 mAh/g',
    );
    expect(said(initial.verdict)).toContain(
      'Cycle 150, the last without a flaw at its current: 188.1 mAh, 188.1 mAh/g, retention 90 %',
    );
    expect(said(final.verdict)).toContain('232.2 mAh/g discharged. Cycle 150');
    expect(said(final.verdict)).toContain('209 mAh/g, retention 90.01 %');
  });

  test('V2O5 bare: 138 mAh/g is 66 % of the 209 it began with or of the other cell’s, which its own file must tell', () => {
    expect(ofV2O5(209, 138).retained?.last?.retention).toBeCloseTo(0.66, 3);
    // A cell that began at 180 mAh/g would have kept 77 % of its own capacity at the same 138 mAh/g.
    expect(ofV2O5(180, 138).retained?.last?.retention).toBeCloseTo(0.767, 3);
  });

  test('V2O5 at 200 mA/g is 0.96 C by its 209 mAh/g', () => {
    const [group] = ofV2O5(209, 188.1).rates.groups;
    expect(group?.current_mAPerG).toBeCloseTo(200, 6);
    expect(group?.cRate_perH).toBeCloseTo(0.957, 3);
  });

  test('LiFePO4: 98.6 % over 300 cycles would leave 1.5 %, so 88 % are kept by a reserve', () => {
    const { impliedRetention, verdict } = fullCellOf(fading(300, [150, 132], 0.986));
    if ('refused' in impliedRetention) throw new Error(impliedRetention.refused);
    expect(impliedRetention.cycles).toBe(299);
    expect(impliedRetention.implied).toBeCloseTo(0.0148, 3);
    // An instrument off by 0.1 %: 0.985^299 and 0.987^299.
    expect(impliedRetention.impliedLow).toBeCloseTo(0.0109, 3);
    expect(impliedRetention.impliedHigh).toBeCloseTo(0.02, 3);
    expect(impliedRetention.measured).toBeCloseTo(0.88, 6);
    expect(impliedRetention.verdict).toBe('kept-more');
    expect(said(verdict)).toContain('an excess of metal (or of the other electrode) hides its loss');
  });

  test('a cell whose loss is its efficiency agrees, and one that loses more does not', () => {
    const decaying = (share: number) =>
      simulateHalves(
        Array.from({ length: 40 }, (_, k) => cycleOf((100 * share ** k) / 0.99, 100 * share ** k)).flat(),
      );
    expect(fullCellOf(decaying(0.99)).impliedRetention).toMatchObject({ verdict: 'agree' });
    expect(fullCellOf(decaying(0.97)).impliedRetention).toMatchObject({ verdict: 'kept-less' });
  });

  test('a mean efficiency above 1 says nothing of a loss', () => {
    const summary = fullCellOf(simulateHalves(evenCycles(5, 100, 1.02)));
    expect(summary.impliedRetention).toMatchObject({ verdict: null });
    expect(said(summary.verdict)).toContain('charge over the discharge before it');
  });
});

describe('retention and fade', () => {
  /** 100 mAh in the first cycle, 1 mAh less in each that follows: 80 % in cycle 21. */
  const linear = simulateHalves(Array.from({ length: 15 }, (_, k) => cycleOf(100 - k, 100 - k)).flat());

  test('a capacity that falls by 1 % of the first in every cycle reaches 80 % in cycle 21', () => {
    const { fade, cycles } = fullCellOf(linear);
    if (!fade.ok) throw new Error('no fade');
    expect(fade.points).toBe(14);
    expect(fade.endOfLife.cycle).toBeCloseTo(21, 0);
    expect(fade.endOfLife).toMatchObject({ isExtrapolated: true, fraction: 0.8 });
    expect(cycles[10]?.retention).toBeCloseTo(0.9, 6);
  });

  test('refer to the cycle that is named, which is printed', () => {
    const { retained, cycles, fade, verdict } = fullCellOf(linear, { referenceCycle: 5 });
    expect(retained).toMatchObject({ referenceCycle: 5, isGiven: true });
    expect(retained?.reference_mAh).toBeCloseTo(96, 6);
    expect(cycles[0]?.retention).toBeCloseTo(100 / 96, 6);
    // 80 % of 96 mAh is 76.8 mAh: 100 − 76.8 = 23.2 cycles after the first.
    expect(fade.ok && fade.endOfLife.cycle).toBeCloseTo(24.2, 0);
    expect(said(verdict)).toContain('Retention refers to cycle 5 (as chosen): 96 mAh');
  });

  test('refer to the first cycle without a flaw where none is named', () => {
    const rows = simulateHalves([...cycleOf(100, 60), ...cycleOf(100, 99), ...cycleOf(99, 98)]);
    expect(fullCellOf(rows, { breaks: [50] }).retained).toMatchObject({ referenceCycle: 2 });
  });

  test('are refused where the named cycle has no discharge', () => {
    const { retained, cycles, verdict } = fullCellOf(linear, { referenceCycle: 99 });
    expect(retained).toBeNull();
    expect(cycles[0]?.retention).toBeNull();
    expect(said(verdict)).toContain('because cycle 99, the reference asked for, has no discharge');
  });

  test('compare cycles at the current of the reference only', () => {
    const halves = [...cycleOf(101, 100, 10), ...cycleOf(96, 95, 10), ...cycleOf(60, 59, 100)];
    const { retained } = fullCellOf(simulateHalves(halves));
    expect(retained?.last).toMatchObject({ cycle: 2, retention: expect.closeTo(0.95, 6) as number });
  });
});

test('a symmetric cell is no full cell', () => {
  const halves: SimulatedHalf[] = [1, -1, 1, -1].map((sign) => ({
    current_mA: sign,
    capacity_mAh: 1,
    voltage_V: () => sign * 0.05,
  }));
  expect(summariseFullCell(runOf(simulateHalves(halves)), { area_cm2: null, mass_mg: null })).toBeNull();
});
