import { describe, expect, test } from 'vitest';
import type { FitResult } from '#core/eis/fitResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import {
  isSameFit,
  withInterval,
  type FitRecord,
} from '../../../src/renderer/views/impedance/fit/fitRecord.ts';

const fit = { cdc: 'R{R=10}' } as FitResult;
const record: FitRecord = { inputs: 'points modulus', fit, choice: null };

function interval(part: Partial<ParameterInterval>): ParameterInterval {
  const nothing = { value: 10, lower95: 9, upper95: 11, refits: 20, failedRefits: 0 };
  return { method: 'profile', parameter: 'R1', ...nothing, ...part };
}

describe('an interval kept with a fit', () => {
  test('takes the place of one found in the same way, beside that of another way', () => {
    const first = withInterval(record, interval({}));
    const both = withInterval(first, interval({ method: 'bootstrap' }));
    const again = withInterval(both, interval({ lower95: 8 }));
    expect(again.intervals?.map(({ method, lower95 }) => [method, lower95])).toEqual([
      ['bootstrap', 9],
      ['profile', 8],
    ]);
  });

  test('belongs to no later fit, of other points or with other values', () => {
    expect(isSameFit(record, { ...record, choice: null })).toBe(true);
    expect(isSameFit(record, { ...record, inputs: 'other points modulus' })).toBe(false);
    expect(isSameFit(record, { ...record, fit: { ...fit, cdc: 'R{R=11}' } })).toBe(false);
  });
});
