import { describe, expect, test } from 'vitest';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import { profileVoltages, type ReadRun } from '../../../src/renderer/views/compare/profileVoltages.ts';

/** Two half cycles of three rows: the second begins at the time at which the first ends, as cyclers write it. */
const time_s = Float64Array.of(0, 5, 10, 10, 15, 20);
const voltage_V = Float64Array.of(0.1, 0.11, 0.12, -0.1, -0.11, -0.12);

const voltage: CellVoltage = {
  ...{ id: 'a', name: 'Li_01', group: 'bare', groupColour: '#000', colour: '#000', dash: 'solid' },
  source: { id: 'a', cell: 'Li_01', group: 'bare', fileName: 'a.mpr', sha256: '' },
  ...{ time_s, voltage_V, pyramid: minMaxPyramid(voltage_V), timeIsSorted: true },
  ...{ timeZero_s: 2, trimFrom_s: 4, trimTo_s: 12 },
};

const half = (index: number, firstRow: number, endRow: number, startTime_s: number): HalfCycle => ({
  ...{ index, firstRow, endRow, startTime_s, duration_s: 10, samples: 3, capacity_Ah: 1, segments: [] },
  direction: index % 2 === 1 ? 'positive' : 'negative',
});

const known: ReadRun = {
  voltage,
  halfCycles: { ok: true, value: [half(1, 0, 3, 0), half(2, 3, 6, 10)] },
};

describe('what of a run stands side by side', () => {
  test('is all of it, as it was trimmed', () => {
    expect(profileVoltages([known], null)).toEqual({ voltages: [voltage], lacks: [] });
  });

  test('is one half cycle from its first row on, its time from its start, whatever the run was trimmed to', () => {
    const [cut] = profileVoltages([known], 2).voltages;
    expect([...(cut?.time_s ?? [])]).toEqual([10, 15, 20]);
    // The row of the half cycle before, at the same time, is not in it.
    expect([...(cut?.voltage_V ?? [])]).toEqual([-0.1, -0.11, -0.12]);
    expect(cut).toMatchObject({ timeZero_s: 10, trimFrom_s: null, trimTo_s: null });
    expect(cut?.pyramid.length).toBe(3);
  });

  test('is nothing where the run has fewer, or none that could be found, and says which', () => {
    const failed: ReadRun = {
      voltage: { ...voltage, name: 'Li_02' },
      halfCycles: { ok: false, error: new Error('no current') },
    };
    expect(profileVoltages([known, failed], 3)).toEqual({
      voltages: [],
      lacks: ['Li_01: only 2 half cycles', 'Li_02: no current'],
    });
  });
});
