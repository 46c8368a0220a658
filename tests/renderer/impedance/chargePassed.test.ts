import { expect, test } from 'vitest';
import type { Cell } from '#core/project/study.ts';
import type { CyclingRunView } from '../../../src/renderer/app/useCyclingRuns.ts';
import { chargePassed, hasCharge } from '../../../src/renderer/views/impedance/series/chargePassed.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import type { SpectrumView } from '../../../src/renderer/views/impedance/useSpectra.ts';

const START = '2023-08-11T10:00:00';

/** Two hours of +1 mA, then two of −1 mA, a row each half hour: what the view has of a run. */
function runOf(startedAt: string | null): CyclingRunView {
  const time_s = Float64Array.from({ length: 9 }, (_, i) => 1800 * i);
  const charge_Ah = Float64Array.from([0, 0.5, 1, 1.5, 2, 1.5, 1, 0.5, 0], (mAh) => mAh / 1000);
  const outcome = { ok: true, value: { ok: true, run: { trace: { time_s }, integral: { charge_Ah } } } };
  return { cell: { id: 'c' }, dataset: { metadata: { startedAt } }, outcome } as unknown as CyclingRunView;
}

function spectrumAt(sweepStart_s: number | null, cellId = 'c'): SpectrumView {
  const dataset = { metadata: { sweepStart_s, startedAt: START } };
  return { dataset, cell: { id: cellId } } as unknown as SpectrumView;
}

test('both directions of the current count, up to the start of the sweep', () => {
  const chargeOf = chargePassed([runOf(START)]);
  expect(chargeOf(spectrumAt(0))).toBeCloseTo(0, 12);
  expect(chargeOf(spectrumAt(7200))).toBeCloseTo(2, 12);
  expect(chargeOf(spectrumAt(12_600))).toBeCloseTo(3.5, 12);
  expect(chargeOf(spectrumAt(1e6))).toBeCloseTo(4, 12);
});

test('only runs of the same cell and clock count; a run without a clock is taken as of the same', () => {
  expect(chargePassed([runOf('2023-08-12T10:00:00')])(spectrumAt(7200))).toBeNull();
  expect(chargePassed([runOf(null)])(spectrumAt(7200))).toBeCloseTo(2, 12);
  expect(chargePassed([runOf(START)])(spectrumAt(7200, 'other'))).toBeNull();
  expect(chargePassed([runOf(START)])(spectrumAt(null))).toBeNull();
});

test('a run of the same cell and clock tells the charge where it has a current or one was set', () => {
  const run = (column: string, startedAt: string | null = START) =>
    ({ cellId: 'c', metadata: { startedAt }, columns: [{ name: column }] }) as unknown as StoredDataset;
  const cell = (setCurrent_mA: number | null) => [{ id: 'c', setCurrent_mA }] as unknown as Cell[];
  expect(hasCharge(spectrumAt(0), [run('current_A')], cell(null))).toBe(true);
  expect(hasCharge(spectrumAt(0), [run('voltage_V')], cell(null))).toBe(false);
  expect(hasCharge(spectrumAt(0), [run('voltage_V')], cell(0.4))).toBe(true);
  expect(hasCharge(spectrumAt(0), [run('current_A', 'another day')], cell(null))).toBe(false);
  expect(hasCharge(spectrumAt(null), [run('current_A')], cell(null))).toBe(false);
  expect(hasCharge(spectrumAt(0), [], cell(null))).toBe(false);
});
