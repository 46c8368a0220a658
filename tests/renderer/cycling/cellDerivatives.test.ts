import { expect, test } from 'vitest';
import { derivativeCurves, derivedSides, type Derivative } from '#core/cycling/fullCell/derivativeCurves.ts';
import { cellDerivatives, driftNotes } from '../../../src/renderer/views/cycling/cellDerivatives.ts';
import { cycleTable, showsCycles } from '../../../src/renderer/views/cycling/cycleTable.ts';
import { cycleOf, RISING, simulateHalves } from '../../core/cycling/fullCell/simulatedFullCell.ts';
import { CONTENTS, shownRun, symmetricRows } from './shownRuns.ts';

/** Straight but for a plateau of 50 mV over the middle half, which moves up by 20 mV a cycle. */
function steppedCycle(cycle: number) {
  const middle_V = 3.48 + 0.02 * cycle;
  const plateau = (share: number) =>
    share < 0.25
      ? 3 + (share / 0.25) * (middle_V - 3)
      : share < 0.75
        ? middle_V + 0.05 * (share - 0.25)
        : middle_V + 0.025 + ((share - 0.75) / 0.25) * (4 - middle_V - 0.025);
  return [
    { current_mA: 10, capacity_mAh: 8, voltage_V: plateau },
    { current_mA: -10, capacity_mAh: 8, voltage_V: (share: number) => plateau(1 - share) },
  ];
}

/** Two plateaus with a steep step between them, where dV/dQ has its peak, a little earlier in every cycle. */
function twoPlateaus(cycle: number) {
  const step = 0.5 - 0.01 * cycle;
  const voltage = (share: number) => 3.3 + 0.1 * share + 0.5 / (1 + Math.exp((step - share) / 0.02));
  return [
    { current_mA: 10, capacity_mAh: 8, voltage_V: voltage },
    { current_mA: -10, capacity_mAh: 8, voltage_V: (share: number) => voltage(1 - share) },
  ];
}

const peaked = shownRun(simulateHalves([1, 2, 3, 4].flatMap(steppedCycle), 400), { mass_mg: 100 });

function drawn(run: typeof peaked, derivative: Derivative, cycles: readonly number[]) {
  if (!run.outcome?.ok || !run.outcome.value.ok || !run.fullCell?.ok || !run.fullCell.value)
    throw new Error('none');
  const sides = derivedSides(run.fullCell.value.cycles, (cycle) => cycles.includes(cycle));
  const value = derivativeCurves({ run: run.outcome.value.run, sides, derivative });
  return { ...run, derivatives: { ok: true, value } } as const;
}

test('dQ/dV of a discharge is drawn below 0, in the unit of the basis', () => {
  const choice = { derivative: 'dQdV', cycles: new Set([2]) } as const;
  const runs = [drawn(peaked, 'dQdV', [2])];
  const [absolute] = cellDerivatives(CONTENTS, runs, { ...choice, basis: 'absolute' });
  const [perGram] = cellDerivatives(CONTENTS, runs, { ...choice, basis: 'perMass' });
  const most = Math.max(...(absolute?.curves[0]?.y ?? []));
  expect(Math.max(...(absolute?.curves[1]?.y ?? []))).toBeLessThanOrEqual(0);
  // 100 mg: ten times as much for a gram.
  expect(Math.max(...(perGram?.curves[0]?.y ?? []))).toBeCloseTo(10 * most, 6);
});

test('the peaks of the chosen cycles stand on their curves, and their drift is told', () => {
  const runs = [drawn(peaked, 'dQdV', [1, 4])];
  const choice = { derivative: 'dQdV', basis: 'absolute', cycles: new Set([1, 4]) } as const;
  const [cell] = cellDerivatives(CONTENTS, runs, choice);
  const charged = (cell?.peaks ?? []).filter(({ y }) => y > 0).map(({ x }) => x);
  expect(charged).toHaveLength(2);
  // Middles of the plateaus at 3.5 and 3.56 V, 12.5 mV above their begin.
  expect(Math.abs((charged[0] ?? NaN) - 3.5125)).toBeLessThan(0.013);
  expect(Math.abs((charged[1] ?? NaN) - 3.5725)).toBeLessThan(0.013);
  const highest = Math.max(...(cell?.curves[0]?.y ?? []));
  expect(cell?.peaks?.[0]?.y).toBeCloseTo(highest, 6);
  expect(driftNotes(runs, 'dQdV').join()).toMatch(
    /run\.csv: charge peak 3\.5\d\d V \+\d+ mV \(± 5\), cycles 1–4/,
  );
});

test('the peaks of dV/dQ stand on points of their curves', () => {
  const run = shownRun(simulateHalves([1, 2, 3, 4].flatMap(twoPlateaus), 400));
  const runs = [drawn(run, 'dVdQ', [1, 4])];
  const choice = { derivative: 'dVdQ', basis: 'absolute', cycles: new Set([1, 4]) } as const;
  const [cell] = cellDerivatives(CONTENTS, runs, choice);
  const peaks = cell?.peaks ?? [];
  expect(peaks.length).toBeGreaterThan(0);
  for (const { x, y } of peaks)
    expect(cell?.curves.some((curve) => curve.x.some((each, k) => each === x && curve.y[k] === y))).toBe(
      true,
    );
});

test('nothing is drawn per area where the area is not known, nor before the curves are there', () => {
  const choice = { derivative: 'dQdV', cycles: new Set([1]) } as const;
  expect(cellDerivatives(CONTENTS, [drawn(peaked, 'dQdV', [1])], { ...choice, basis: 'perArea' })).toEqual(
    [],
  );
  expect(cellDerivatives(CONTENTS, [peaked], { ...choice, basis: 'absolute' })).toEqual([]);
});

test('the table of cycles has capacities of the basis, efficiencies in per cent and the flaw in words', () => {
  const run = shownRun(
    simulateHalves([
      ...cycleOf(8, 8),
      ...cycleOf(8, 6),
      { current_mA: 10, capacity_mAh: 8, voltage_V: RISING },
    ]),
    {
      mass_mg: 100,
    },
  );
  const { titles, rows } = cycleTable([run], 'perMass');
  expect(titles.slice(2, 5)).toEqual(['Charge (mAh/g)', 'Discharge (mAh/g)', 'CE (%)']);
  // 8 and 6 mAh of 100 mg.
  expect(rows[1]?.slice(0, 5)).toEqual(['run.csv', '2', '80.00', '60.00', '75.00']);
  expect(rows[2]?.[3]).toBe('–');
  expect(rows[2]?.at(-1)).toBe('incomplete');
});

test('cycles stand in the table of full cells; half cycles where a symmetric cell is among them', () => {
  const symmetric = shownRun(symmetricRows([0.08, 0.08, 0.08, 0.08]));
  expect(showsCycles([peaked], 'voltageTime')).toBe(true);
  expect(showsCycles([peaked, symmetric], 'voltageTime')).toBe(false);
  expect(showsCycles([peaked, symmetric], 'cycles')).toBe(true);
  expect(showsCycles([symmetric], 'cycles')).toBe(false);
});
