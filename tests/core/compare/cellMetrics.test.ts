/** One value a cell and metric, of cells of each kind. */
import { expect, test } from 'vitest';
import { cellMetrics } from '#core/compare/cellMetrics.ts';
import { evidence, run } from './evidenceByHand.ts';

const POLARISATIONS = ['polarisation_start', 'polarisation_at', 'polarisation_end'] as const;

test('the polarisation of a symmetric cell is that of its half cycles', () => {
  const { values } = cellMetrics(evidence({ runs: [run([40, 30, 20])] }), { halfCycle: 2 });
  expect(POLARISATIONS.map((id) => values[id])).toEqual([40, 30, 30]);
});

test('between unlike electrodes |E| is no polarisation, and the end of the test no failure', () => {
  for (const kind of ['full', 'half'] as const) {
    const { values, failure } = cellMetrics(evidence({ cell: { kind }, runs: [run([3000, 3100, 3000])] }));
    expect(
      POLARISATIONS.map((id) => values[id]),
      kind,
    ).toEqual([null, null, null]);
    expect([failure, values.time_to_failure], kind).toEqual([null, null]);
  }
});

test('nor is it where nothing is known of the electrodes and the voltage keeps its sign', () => {
  const measured = run([3000, 3100, 3000, 3100]);
  const halfCycles = measured.halfCycles.map((half) => ({ ...half, middleVoltage_mV: half.polarisation_mV }));
  const keeping = { ...measured, halfCycles };
  const valuesOf = (kind: 'symmetric' | null) => {
    const { values } = cellMetrics(evidence({ cell: { kind }, runs: [keeping] }));
    return POLARISATIONS.map((id) => values[id]);
  };
  expect(valuesOf(null)).toEqual([null, null, null]);
  // Who says that the electrodes are alike is believed, and the doubts tell the rest.
  expect(valuesOf('symmetric')[2]).toBe(3050);
});
