import { describe, expect, test } from 'vitest';
import { decodeKept, encodeKept, fittingResults, type KeptResults } from '#core/project/keptResult.ts';

const FIT = {
  inputs: '1.0 ab:0 as-is  modulus',
  fit: {
    cdc: 'R(RQ)',
    fittedRe_ohm: Float64Array.of(1.5, NaN, -0, Infinity, 5e-324),
    parameters: [{ name: 'R1', value: -Infinity, standardError: null, fixed: false }],
    ending: undefined,
  },
  choice: null,
};

const keptOf = (changed: Partial<KeptResults['results'][number]> = {}, version = 1): KeptResults => ({
  version,
  results: [
    { kind: 'impedance-fit', datasetId: 'd', contentKey: 'ab:0', value: encodeKept(FIT), ...changed },
  ],
});
const DATASETS = [{ id: 'd', contentKey: 'ab:0' }];

describe('a kept result', () => {
  test('comes back from JSON with its arrays of doubles, NaN, infinities and what was absent', () => {
    const back = decodeKept(JSON.parse(JSON.stringify(encodeKept(FIT)))) as typeof FIT;
    expect(back.fit.fittedRe_ohm).toBeInstanceOf(Float64Array);
    expect(Array.from(back.fit.fittedRe_ohm, (value) => value || 0)).toEqual([1.5, 0, 0, Infinity, 5e-324]);
    expect(back.fit.fittedRe_ohm[1]).toBeNaN();
    expect(back.fit.parameters).toEqual(FIT.fit.parameters);
    expect(back.choice).toBeNull();
    expect('ending' in back.fit).toBe(false);
  });

  test('of the kind that no JSON can hold is a bug', () => {
    expect(() => encodeKept({ map: new Map() })).toThrow();
  });

  test('is given back when it was computed from the data', () => {
    expect(fittingResults(keptOf(), DATASETS)).toMatchObject({ fitting: [{ datasetId: 'd' }], ignored: 0 });
    expect(fittingResults(undefined, DATASETS)).toEqual({ fitting: [], ignored: 0 });
  });

  test.for([
    ['of other data', keptOf({ contentKey: 'cd:0' })],
    ['of a dataset that is not there', keptOf({ datasetId: 'e' })],
    ['that says it was computed from other data', keptOf({ value: { inputs: '1.0 cd:0', fit: {} } })],
    ['without a fit', keptOf({ value: { inputs: '1.0 ab:0' } })],
    ['of a newer version', keptOf({}, 2)],
  ] as const)('%s is left out and counted', ([, kept]) => {
    expect(fittingResults(kept, DATASETS)).toEqual({ fitting: [], ignored: 1 });
  });
});
