import { expect, test } from 'vitest';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { simulateFullCell, type FullCellFate } from '../../../simulate/fullCellFates.ts';
import { datasetOf } from '../datasetOf.ts';
import { simulateHalves } from '../fullCell/simulatedFullCell.ts';

const SEED = Number(process.env['AMALGAM_FATES_SEED'] ?? 20261124);
const CELLS = process.env['AMALGAM_FATES'] === 'all' ? 200 : 20;

/** The gravest thing that is called of each of so many cells. */
function callsOf(fate: FullCellFate): readonly string[] {
  return Array.from({ length: CELLS }, (_, i) => {
    const { halves, rowsPerHalf } = simulateFullCell(fate, SEED + i);
    const outcome = summariseCycling(datasetOf({ ...simulateHalves(halves, rowsPerHalf) }), {
      ...{ area_cm2: null, mass_mg: null, setCurrent_A: null },
    });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    const kinds: readonly string[] = outcome.summary.events.map(({ kind }) => kind);
    return ['hard-short', 'soft-short', 'suspect'].find((kind) => kinds.includes(kind)) ?? 'none';
  });
}

function shareOf(calls: readonly string[], ...called: readonly string[]): number {
  const share = calls.filter((call) => called.includes(call)).length / calls.length;
  console.log(`full cells, ${called.join(' or ')}: ${100 * share} % of ${calls.length}, seeds from ${SEED}`);
  return share;
}

test('sound full cells have no events, whatever their noise, fade, rates and first cycle', () => {
  expect(shareOf(callsOf('sound'), 'none')).toBeGreaterThanOrEqual(0.98);
});

test('a short of a full cell is never passed over, and mostly called one', () => {
  const calls = callsOf('short');
  expect(shareOf(calls, 'suspect', 'soft-short')).toBeGreaterThanOrEqual(0.98);
  expect(shareOf(calls, 'soft-short')).toBeGreaterThanOrEqual(0.7);
});

test('a redox shuttle, which flickers not, is suspect and mostly no short', () => {
  const calls = callsOf('shuttle');
  expect(shareOf(calls, 'suspect', 'soft-short')).toBeGreaterThanOrEqual(0.98);
  expect(shareOf(calls, 'suspect')).toBeGreaterThanOrEqual(0.8);
});
