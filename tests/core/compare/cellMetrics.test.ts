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
