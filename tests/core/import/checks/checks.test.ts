import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { CHECKS, runChecks } from '#core/import/checks/checks.ts';
import type { ReadFacts } from '#core/import/format.ts';
import { datasetOf } from '../../cycling/datasetOf.ts';
import { simulateSquareWave } from '../../cycling/squareWave.ts';

const FACTS: ReadFacts = {
  encoding: 'utf-8',
  decimalMark: '.',
  delimiter: ',',
  rowsRead: 0,
  rowsRepaired: 0,
  rowsRejected: 0,
  rejectedLines: [],
  signRule: '',
  vendorUnits: {},
  complete: true,
};
const WAVE = {
  current_A: 2e-3,
  halfCycle_s: 1800,
  rest_s: 300,
  halfCycles: 4,
  interval_s: 10,
  resistance_ohm: 40,
};

function statusOf(dataset: Dataset, check: string, facts = FACTS): string | undefined {
  return runChecks([dataset], facts).checks.find((result) => result.check === check)?.status;
}

/** The charge of each step in Ah from its own clock: 2 mA × step time, by hand; starts again at every step. */
function stepCounter(scale = 1) {
  const wave = simulateSquareWave(WAVE);
  const capacity_Ah = wave.stepTime_s.map(
    (time, i) => (scale * Math.abs(wave.current_A[i] ?? 0) * time) / 3600,
  );
  return { ...wave, capacity_Ah };
}

test('every check has its own name', () => {
  expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
});

test('a file of many datasets gets one result a check', () => {
  const dataset = datasetOf(stepCounter());
  expect(runChecks([dataset, dataset, dataset], FACTS).checks).toHaveLength(CHECKS.length);
});

describe('time', () => {
  const at = (time_s: number[]) => datasetOf({ time_s });
  const even = Array.from({ length: 100 }, (_, i) => i);

  test('that runs forwards passes', () => {
    expect(statusOf(at(even), 'time-monotonic')).toBe('passed');
  });

  test('with a gap passes with a warning that says where and how long', () => {
    const { checks, warnings } = runChecks([at([...even, ...even.map((t) => t + 1099)])], FACTS);
    expect(checks[0]?.status).toBe('passed');
    expect(warnings).toMatchObject([{ code: 'time-gap', count: 1, longest_s: 1000 }]);
    expect(checks[0]?.detail).toContain('row 101');
  });

  test('that starts again is a reset, that goes back half way an overlap', () => {
    const reset = runChecks([at([...even, ...even])], FACTS);
    expect(reset.warnings).toMatchObject([{ code: 'time-reset', count: 1 }]);
    const overlap = runChecks([at([...even, ...even.map((t) => t + 50)])], FACTS);
    expect(overlap.warnings).toMatchObject([{ code: 'time-overlap', count: 1, longest_s: 49 }]);
    expect([reset.checks[0]?.status, overlap.checks[0]?.status]).toEqual(['failed', 'failed']);
  });
});

test('a single row with a wrong time is a reset, not a gap as well', () => {
  const time_s = Array.from({ length: 100 }, (_, i) => (i === 50 ? 0 : i));
  const { warnings } = runChecks([datasetOf({ time_s })], FACTS);
  expect(warnings).toMatchObject([{ code: 'time-reset', count: 1 }]);
});

describe('the capacity counter', () => {
  test('that starts again at every loop fits, though a long pause lies between the loops', () => {
    // Three loops of ten seconds at 1 A; 300 s between them that the counter knows nothing of.
    const rows = [0, 1, 2].flatMap((loop) => Array.from({ length: 10 }, (_, i) => ({ loop, i })));
    const dataset = datasetOf({
      time_s: rows.map(({ loop, i }) => 310 * loop + i),
      current_A: rows.map(() => 1),
      voltage_V: rows.map(() => 0.1),
      charge_Ah: rows.map(({ i }) => (i + 1) / 3600),
    });
    expect(statusOf(dataset, 'charge-counter')).toBe('passed');
  });

  test('that starts again at every step and fits the current passes', () => {
    expect(statusOf(datasetOf(stepCounter()), 'charge-counter')).toBe('passed');
  });

  test('that is 3 % too large is named with the difference', () => {
    const { warnings } = runChecks([datasetOf(stepCounter(1.03))], FACTS);
    expect(warnings).toMatchObject([
      { code: 'capacity-differs', column: 'capacity_Ah', segments: 4, largest_percent: 2.91 },
    ]);
  });

  test('is not applicable where the file has none', () => {
    expect(statusOf(datasetOf(simulateSquareWave(WAVE)), 'charge-counter')).toBe('not-applicable');
  });
});

describe('the sign of the current', () => {
  test('passes when the voltage steps with it and fails when it steps against it', () => {
    const wave = simulateSquareWave(WAVE);
    const against = { ...wave, current_A: wave.current_A.map((value) => -value) };
    expect(statusOf(datasetOf(wave), 'current-sign')).toBe('passed');
    expect(statusOf(datasetOf(against), 'current-sign')).toBe('failed');
  });
});

test('where the voltage is set, it says nothing about the sign of the current', () => {
  const wave = simulateSquareWave(WAVE);
  const set = { ...wave, current_A: wave.current_A.map((value) => -value), mode: wave.time_s.map(() => 2) };
  expect(statusOf(datasetOf(set), 'current-sign')).toBe('not-applicable');
});

describe('voltage', () => {
  test('of 1853.8 V asks whether the unit is right', () => {
    const { warnings } = runChecks([datasetOf({ voltage_V: [0, 1853.8, -3] })], FACTS);
    expect(warnings).toMatchObject([{ code: 'implausible-voltage', value: 1853.8 }]);
  });
});

describe('cycle numbers', () => {
  test('of a run without current are not compared', () => {
    const rest = { time_s: [0, 1, 2], current_A: [0, 0, 0], voltage_V: [3, 3, 3], cycle: [0, 1, 2] };
    expect(statusOf(datasetOf(rest), 'cycle-numbers')).toBe('not-applicable');
  });

  test('stand side by side with the rule', () => {
    const wave = simulateSquareWave(WAVE);
    const once = { ...wave, cycle: wave.time_s.map(() => 1) };
    const { checks, warnings } = runChecks([datasetOf(once)], FACTS);
    expect(warnings).toMatchObject([{ code: 'cycle-numbers-differ', vendorCycles: 1, computedCycles: 2 }]);
    const check = checks.find(({ check: id }) => id === 'cycle-numbers');
    expect(check?.status).toBe('differs');
    expect(check?.detail).toContain('direction of the first one');
  });
});

test('a file whose run had not ended is marked', () => {
  expect(statusOf(datasetOf({ time_s: [0, 1] }), 'complete-file', { ...FACTS, complete: false })).toBe(
    'failed',
  );
});
