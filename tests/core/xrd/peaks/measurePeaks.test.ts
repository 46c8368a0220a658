import { describe, expect, test } from 'vitest';
import { measurePeaks, type MeasuredPeak } from '#core/xrd/peaks/measurePeaks.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseSizes } from '#core/xrd/size/phaseSizes.ts';
import { broadenedScan, type BroadenedPhase, type BroadenedScan } from '../../../simulate/broadenedScan.ts';
import { createRandom } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa');
if (!radiation) throw new Error('no Cu Kα');
const SEED = 1;
const phase: BroadenedPhase = {
  id: 'LiHg',
  size_A: 400,
  strain: 0.001,
  instrument_deg: 0.06,
  law: 'lorentz',
  strongest_counts: 20_000,
};

const reportOf = (scan: BroadenedScan) => measurePeaks({ pattern: { ...scan, radiation: null }, radiation });

const sizeOptions = {
  wavelength_A: 1.5405929,
  instrument: () => ({ fwhm_deg: 0.06, eta: 0.5 }),
};

function sizesOf(peaks: readonly MeasuredPeak[], instrument: typeof sizeOptions.instrument | null) {
  const [size] = phaseSizes([{ phase: 'LiHg', isSoftMetal: true, lines: peaks }], {
    ...sizeOptions,
    instrument,
  });
  if (!size) throw new Error('no size');
  return size;
}

describe.each(['lorentz', 'gauss'] as const)('simulated LiHg with %s widths', (law) => {
  const scan = broadenedScan({ ...phase, law }, createRandom(SEED));
  const { peaks } = reportOf(scan);

  test('every line is one peak, at its angle and as wide as it was made within its errors', () => {
    expect(peaks).toHaveLength(scan.lines.length);
    for (const [i, line] of scan.lines.entries()) {
      const { twoTheta_deg, twoThetaError_deg, fwhm_deg, fwhmError_deg, height_counts } =
        peaks[i] ?? expect.fail(`seed ${SEED}: no peak ${i}`);
      expect(Math.abs(twoTheta_deg - line.twoTheta_deg), `seed ${SEED}`).toBeLessThan(4 * twoThetaError_deg);
      expect(Math.abs(fwhm_deg - line.fwhm_deg), `seed ${SEED}`).toBeLessThan(4 * fwhmError_deg);
      expect(height_counts / line.height_counts).toBeCloseTo(1, 1);
    }
  });

  test('Williamson and Hall give 40 nm and a strain of 0.001 back by the law they were made with', () => {
    const { williamsonHall } = sizesOf(peaks, sizeOptions.instrument);
    if (williamsonHall?.ok !== true) throw new Error('refused');
    const { size_A, sizeError_A, strain, strainError } = williamsonHall.result[law];
    expect(Math.abs((size_A ?? NaN) - 400), `seed ${SEED}`).toBeLessThan(3 * (sizeError_A ?? NaN));
    expect(Math.abs((strain ?? NaN) - 0.001), `seed ${SEED}`).toBeLessThan(3 * (strainError ?? NaN));
    expect(sizeError_A).toBeLessThan(60);
    expect(williamsonHall.result.doubts).toContain('faults-and-texture');
  });
});

test('without strain the range of Scherrer holds the size, and without the instrument only a bound is left', () => {
  const scan = broadenedScan({ ...phase, strain: 0, law: 'gauss' }, createRandom(SEED));
  const { peaks } = reportOf(scan);
  const { scherrer } = sizesOf(peaks, sizeOptions.instrument);
  if (scherrer.kind !== 'range') throw new Error(scherrer.reason);
  expect(scherrer.from_A).toBeLessThan(400);
  expect(scherrer.to_A).toBeGreaterThan(400);
  const alone = sizesOf(peaks, null);
  if (alone.scherrer.kind !== 'at-least') throw new Error(alone.scherrer.kind);
  expect(alone.scherrer.reason).toBe('no-instrument');
  expect(alone.scherrer.atLeast_A).toBeLessThan(400);
  expect(alone.williamsonHall).toBe(null);
});

test('large crystallites on this instrument are refused', () => {
  const scan = broadenedScan({ ...phase, size_A: 50_000, strain: 0 }, createRandom(SEED));
  const size = sizesOf(reportOf(scan).peaks, sizeOptions.instrument);
  expect(size.scherrer).toMatchObject({ kind: 'at-least', reason: 'instrument-limited' });
  expect(size.williamsonHall).toMatchObject({ ok: false, refusal: 'instrument-limited' });
});

test('a background with a halo has no peaks', () => {
  for (let seed = 1; seed <= 2; seed += 1) {
    expect(reportOf(broadenedScan(null, createRandom(seed))).peaks, `seed ${seed}`).toEqual([]);
  }
});

test('points without a count are left out of the search, and the curves have none there', () => {
  const scan = broadenedScan(phase, createRandom(SEED));
  const intensity_counts = scan.intensity_counts.slice();
  intensity_counts.fill(NaN, 100, 110);
  const { peaks, background_counts } = reportOf({ ...scan, intensity_counts });
  expect(peaks).toHaveLength(scan.lines.length);
  expect(background_counts).toHaveLength(intensity_counts.length);
  expect([...background_counts.keys()].filter((i) => Number.isNaN(background_counts[i]))).toEqual(
    Array.from({ length: 10 }, (_, i) => 100 + i),
  );
});
