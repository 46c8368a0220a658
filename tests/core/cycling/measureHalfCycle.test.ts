/** What WebAssembly measures of half cycles, beside the functions that define each quantity. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cyclingTrace, type CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { findHalfCycles } from '#core/cycling/halfCycles.ts';
import { addPassed_As, chargeRule } from '#core/cycling/integrateCharge.ts';
import {
  halfCycleMeasurer,
  measuredOneByOne,
  type HalfCycleMeasures,
} from '#core/cycling/measureHalfCycle.ts';
import { runRows } from '#core/cycling/runRows.ts';
import { createRandom } from '../../simulate/random.ts';
import { compileWasm, wasmModulePath } from '../../../tools/compileWasm.mjs';
import { datasetOf } from './datasetOf.ts';

const SEED = 20261124;
const random = createRandom(SEED);

interface Run {
  readonly time_s: number[];
  readonly current_A: number[];
  readonly voltage_V: number[];
}

/** Half cycles of given lengths: a falling start, noise, few digits so that values repeat, intervals that vary and repeat. */
function simulatedRun(lengths: readonly number[], step_s: number): Run {
  const run: Run = { time_s: [], current_A: [], voltage_V: [] };
  let now_s = 0;
  for (const [k, length] of lengths.entries()) {
    const sign = k % 2 === 0 ? 1 : -1;
    const jump_V = random.uniform() < 0.3 ? 0.05 : 0;
    for (let i = 0; i < length; i += 1) {
      const share = i / length;
      const size_V =
        0.05 + 0.03 * Math.exp(-20 * share) + (share > 0.5 ? jump_V : 0) + 0.002 * random.normal();
      run.time_s.push(now_s);
      run.current_A.push(sign * (1e-3 + 1e-7 * random.normal()));
      run.voltage_V.push((sign * Math.round(1e4 * size_V)) / 1e4);
      now_s += random.uniform() < 0.02 ? 0 : step_s * (0.5 + random.uniform());
    }
  }
  return run;
}

function traceOf(run: Run): CyclingTrace {
  const outcome = cyclingTrace(datasetOf({ ...run }));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.trace;
}

/** With the distances that are computed when asked for. */
function plain({ parts, ...rest }: HalfCycleMeasures) {
  const pieces = parts.map(({ scatter, ...part }) => ({
    ...part,
    scatter: { ...scatter, all_V: [...scatter.all_V()] },
  }));
  return { ...rest, parts: pieces };
}

function compare(trace: CyclingTrace, name: string): number {
  const { halfCycles, restThreshold_A } = findHalfCycles(trace, chargeRule(trace));
  const measure = halfCycleMeasurer(trace, restThreshold_A);
  for (const halfCycle of halfCycles) {
    const expected = plain(measuredOneByOne({ trace, halfCycle, restThreshold_A }));
    expect(plain(measure(halfCycle)), `${name}, half cycle ${halfCycle.index}`).toEqual(expected);
  }
  return halfCycles.length;
}

test('the module in the sources is what its own source compiles to', async () => {
  expect(await compileWasm('runRows')).toBe(readFileSync(wasmModulePath('runRows'), 'utf8'));
});

test('every measure of a half cycle is the one that is found without it, whatever its length', () => {
  const lengths = Array.from({ length: 120 }, (_, k) => 5 + k);
  for (const step_s of [0.2, 1, 30])
    expect(compare(traceOf(simulatedRun(lengths, step_s)), `seed ${SEED}, every ${step_s} s`)).toBe(120);
  expect(compare(traceOf(simulatedRun([900, 3600, 9000, 700, 20_000], 1)), `seed ${SEED}, long`)).toBe(5);
});

test('rests, pauses, missing values and times that fall change nothing of that', () => {
  for (let round = 0; round < 8; round += 1) {
    const run = simulatedRun([80, 120, 60, 200, 33], 1);
    for (let k = 0; k < 12; k += 1) {
      const row = Math.floor(random.uniform() * run.time_s.length);
      if (round < 2) run.voltage_V[row] = NaN;
      else if (round < 4) run.current_A[row] = 0;
      else if (round < 5) run.current_A[row] = NaN;
      else if (round < 6) run.time_s[row] = (run.time_s[row] ?? NaN) - 5;
      else if (round < 7) run.voltage_V[row] = -(run.voltage_V[row] ?? NaN);
      else run.current_A[row] = 1.2 * (run.current_A[row] ?? NaN);
    }
    expect(compare(traceOf(run), `seed ${SEED}, round ${round}`)).toBeGreaterThan(3);
  }
});

test('signs and charges are found as row by row, across windows too', () => {
  const trace = traceOf(simulatedRun([30_000, 40, 9000, 8191, 8192, 8193, 1], 1));
  const rule = chargeRule(trace);
  const rows = runRows({ ...trace, ...rule });
  if (!rows) throw new Error('WebAssembly does not run on this host');
  const least_A = 1e-5;
  let [fast_As, slow_As, row, turns] = [0, 0, 1, 0];
  while (row < trace.time_s.length) {
    const sign = Math.sign(trace.current_A[row] ?? NaN);
    const end = rows.endOfSign(row, sign, least_A);
    const stretch = trace.current_A.subarray(row, end);
    expect(stretch.length).toBeGreaterThan(0);
    expect(stretch.every((current_A) => current_A * sign >= least_A)).toBe(true);
    turns += Math.sign(trace.current_A[end] ?? NaN) === -sign ? 1 : 0;
    fast_As = rows.addPassed_As([row, end], fast_As);
    slow_As = addPassed_As({ ...trace, timeIsSorted: false }, rule, [row, end], slow_As);
    row = end;
  }
  expect(turns).toBe(6);
  expect(fast_As).toBe(slow_As);
});
