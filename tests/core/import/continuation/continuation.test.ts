import { describe, expect, test } from 'vitest';
import { findColumn, type Dataset } from '#core/dataset.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { findDuplicateRuns, type ImportedRun } from '#core/import/continuation/findDuplicateRuns.ts';
import { joinContinuations } from '#core/import/continuation/joinContinuations.ts';
import { importPath } from '#jobs/importPath.ts';
import { sharedFile } from '../../../support/sharedData.ts';
import { datasetOf } from '../../cycling/datasetOf.ts';
import { simulateSquareWave } from '../../cycling/squareWave.ts';

const WAVE = {
  current_A: 1e-3,
  halfCycle_s: 3600,
  rest_s: 0,
  halfCycles: 2,
  interval_s: 60,
  resistance_ohm: 10,
};

function runOf(name: string, dataset: Dataset): ImportedRun {
  return { dataset, receipt: { file: { name, bytes: 1, sha256: name } } };
}

/** One cycle of 2 h that starts at the given local time and is numbered 1. */
function cycleFrom(name: string, startedAt: string): ImportedRun {
  const wave = simulateSquareWave(WAVE);
  return runOf(name, datasetOf({ ...wave, cycle: wave.time_s.map(() => 1) }, { startedAt }));
}

async function imported(relativePath: string): Promise<ImportedRun | null> {
  const path = sharedFile(relativePath);
  if (path === null) return null;
  const outcome = await importPath({ path });
  const [dataset] = outcome.ok ? outcome.datasets : [];
  return outcome.ok && dataset ? { dataset, receipt: outcome.receipt } : null;
}

describe('continuation files of one cell', () => {
  const first = cycleFrom('a', '2024-03-01T08:00:00.000');
  const second = cycleFrom('b', '2024-03-01T11:00:00.000');

  test('are joined in the order of their clocks, the hour between them kept', () => {
    const joined = joinContinuations([second, first]);
    if (!joined.ok) throw new Error(joined.problem.code);
    expect(joined.parts.map(({ file }) => file)).toEqual(['a', 'b']);
    // The first file's last row stands one interval (60 s) before its end at 10:00.
    expect(joined.parts[1]).toMatchObject({
      timeOffset_s: 3 * 3600,
      gap_s: 3600 + 60,
      firstRow: 120,
      cycleOffset: 1,
    });
    expect(findColumn(joined.dataset, 'time_s')?.values[120]).toBe(3 * 3600);
    expect(findColumn(joined.dataset, 'cycle')?.values.at(-1)).toBe(2);
  });

  test('pass no charge in the gap', () => {
    const joined = joinContinuations([first, second]);
    if (!joined.ok) throw new Error(joined.problem.code);
    const { breaks } = joined;
    const options = { area_cm2: null, mass_mg: null, setCurrent_A: null, breaks };
    const outcome = summariseCycling(joined.dataset, options);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    // The half cycle before the gap lacks the interval that nobody recorded: 59 of 60 minutes of 1 mA.
    const capacities = outcome.summary.halfCycles.map(({ capacity_mAh }) => Number(capacity_mAh.toFixed(9)));
    expect(capacities).toEqual([1, Number((59 / 60).toFixed(9)), 1, Number((59 / 60).toFixed(9))]);
  });

  test('leave their sources as they were', () => {
    joinContinuations([first, second]);
    expect(findColumn(second.dataset, 'time_s')?.values[0]).toBe(0);
  });

  test('that overlap are refused', () => {
    const early = cycleFrom('c', '2024-03-01T09:00:00.000');
    expect(joinContinuations([first, early])).toMatchObject({ ok: false, problem: { code: 'cannot-join' } });
  });

  test('without a clock are refused', () => {
    const timeless = runOf('d', datasetOf(simulateSquareWave(WAVE)));
    expect(joinContinuations([first, timeless])).toMatchObject({
      ok: false,
      problem: { code: 'cannot-join' },
    });
  });
});

describe('a run imported twice', () => {
  test('is found as the same bytes or as a part of the longer one', () => {
    const { time_s, voltage_V } = simulateSquareWave(WAVE);
    const noisy = voltage_V.map((value, i) => value + 1e-4 * Math.sin(i * i));
    const whole = runOf('whole', datasetOf({ time_s, voltage_V: noisy }));
    const part = runOf('part', datasetOf({ time_s: time_s.slice(0, 40), voltage_V: noisy.slice(30, 70) }));
    const copy = runOf('whole', whole.dataset);
    expect(findDuplicateRuns([part, whole, copy])).toEqual([
      { kind: 'same-content', parent: 1, child: 2, firstRow: 0 },
      { kind: 'part-of', parent: 1, child: 0, firstRow: 30 },
    ]);
  });

  test('real EC-Lab loops are parts of their parent file', async (context) => {
    const stem = 'biologic/cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02';
    const files = ['.mpr', '_loop0.mpr', '_loop1.mpr', '_loop2.mpr'].map((end) => imported(stem + end));
    const runs = (await Promise.all(files)).filter((run) => run !== null);
    if (runs.length === 0) {
      context.skip('no real files on this machine');
      return;
    }
    const duplicates = findDuplicateRuns(runs);
    expect(duplicates.map(({ child, parent }) => [child, parent]).sort()).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });
});

describe('a file imported again', () => {
  test('that has grown in reality holds its earlier copy from its first row on', async (context) => {
    const folder = 'biologic/aurora-cycler-manager/';
    const early = await imported(`${folder}file_2025-10-17_163649.mpr`);
    const late = await imported(`${folder}file_2025-10-17_164650.mpr`);
    if (!early || !late) {
      context.skip('no real files on this machine');
      return;
    }
    expect(late.dataset.rows).toBeGreaterThan(early.dataset.rows);
    const partOfLater = { kind: 'part-of', firstRow: 0 };
    expect(findDuplicateRuns([early, late])).toEqual([{ ...partOfLater, parent: 1, child: 0 }]);
    expect(findDuplicateRuns([late, early])).toEqual([{ ...partOfLater, parent: 0, child: 1 }]);
  });

  test('is different as soon as one earlier value differs', () => {
    const wave = simulateSquareWave(WAVE);
    const changed = wave.voltage_V.map((value, i) => (i === 3 ? value + 1e-9 : value));
    const runs = [runOf('a', datasetOf(wave)), runOf('b', datasetOf({ ...wave, voltage_V: changed }))];
    expect(findDuplicateRuns(runs)).toEqual([]);
  });
});
