import { describe, expect, test } from 'vitest';
import {
  arcPeakFrequency_Hz,
  brugBlockingCapacitance_F,
  brugCapacitance_F,
  hsuMansfeldCapacitance_F,
} from '#core/eis/capacitance.ts';
import {
  CAPACITANCE_CLASSES,
  capacitanceVerdict,
  possibleCapacitanceClasses,
} from '#core/eis/capacitanceClass.ts';

/** Computed outside this program for Q = 2e-5 S s^n, n = 0.85, Rs = 5 ohm, Rct = 40 ohm. */
const ELEMENT = { q: 2e-5, n: 0.85 };

describe('the capacitance of a constant phase element agrees with the reference', () => {
  test.each([
    [
      'Brug beside a charge transfer',
      brugCapacitance_F({ ...ELEMENT, rSeries_ohm: 5, rTransfer_ohm: 40 }),
      3.855855294e-6,
    ],
    ['Brug, blocking', brugBlockingCapacitance_F({ ...ELEMENT, rSeries_ohm: 5 }), 3.936838895e-6],
    ['Hsu and Mansfeld', hsuMansfeldCapacitance_F({ ...ELEMENT, r_ohm: 40 }), 5.682199322e-6],
    ['top of the arc', arcPeakFrequency_Hz({ ...ELEMENT, r_ohm: 40 }), 700.2347774],
  ])('%s', (_name, found, expected) => {
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
  });

  test('all formulae give Q itself where n = 1', () => {
    const ideal = { q: 3e-6, n: 1 };
    expect(brugCapacitance_F({ ...ideal, rSeries_ohm: 5, rTransfer_ohm: 40 })).toBeCloseTo(3e-6, 18);
    expect(brugBlockingCapacitance_F({ ...ideal, rSeries_ohm: 5 })).toBeCloseTo(3e-6, 18);
    expect(hsuMansfeldCapacitance_F({ ...ideal, r_ohm: 40 })).toBeCloseTo(3e-6, 18);
  });
});

test.each([
  [3e-11, 'bulk', 'inside'],
  [3e-6, 'bulk', 'above'],
  [3e-9, 'grain-boundary', 'inside'],
  [3e-9, 'interface', 'below'],
  [2e-6, 'interface', 'inside'],
  [2e-5, 'double-layer', 'inside'],
  [1e-4, 'electrode-reaction', 'inside'],
  [1, 'electrode-reaction', 'above'],
] as const)('%f F/cm2 is, as %s, %s its class', (capacitance, id, verdict) => {
  expect(capacitanceVerdict(capacitance, id)).toBe(verdict);
});

test('names the classes that a capacitance could belong to, none between two steps', () => {
  expect(possibleCapacitanceClasses(5e-11).map(({ id }) => id)).toEqual(['bulk', 'grain-boundary']);
  expect(possibleCapacitanceClasses(4e-8)).toEqual([]);
});

test('the classes climb', () => {
  const lower = CAPACITANCE_CLASSES.map(({ lower_FPerCm2 }) => lower_FPerCm2);
  expect([...lower].sort((a, b) => a - b)).toEqual(lower);
});
