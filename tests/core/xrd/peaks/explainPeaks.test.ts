import { expect, test } from 'vitest';
import { betaLines } from '#core/xrd/peaks/betaLines.ts';
import { explainPeaks, singlePhaseOf } from '#core/xrd/peaks/explainPeaks.ts';
import type { MeasuredPeak } from '#core/xrd/peaks/measurePeaks.ts';
import { radiationOf } from '#core/xrd/radiations.ts';

const peakAt = (twoTheta_deg: number): MeasuredPeak => ({
  twoTheta_deg,
  twoThetaError_deg: 0.002,
  d_A: 3,
  dError_A: 0.001,
  height_counts: 1000,
  fwhm_deg: 0.1,
  fwhmError_deg: 0.002,
  eta: 0.5,
  significance: 50,
  reducedChiSquared: 1,
});
const references = [
  {
    phase: 'A',
    ticks: [
      { twoTheta_deg: 20, intensity: 100, hkl: '1 1 0' },
      { twoTheta_deg: 40, intensity: 60, hkl: '2 0 0' },
      { twoTheta_deg: 40.06, intensity: 50, hkl: '0 0 2' },
      { twoTheta_deg: 60, intensity: 40, hkl: '3 1 0' },
      { twoTheta_deg: 60.05, intensity: 1, hkl: '2 2 1' },
    ],
  },
  { phase: 'B', ticks: [{ twoTheta_deg: 20.02, intensity: 100, hkl: '1 0 0' }] },
];
const shift_deg = () => 0.2;

test('a peak is explained where the sample moves a line to, by the nearest phase first', () => {
  const [both, none] = explainPeaks([peakAt(20.215), peakAt(20.35)], references, { shift_deg });
  expect(both?.explanations.map(({ phase, hkl }) => [phase, hkl])).toEqual([
    ['B', '1 0 0'],
    ['A', '1 1 0'],
  ]);
  expect(none?.explanations).toEqual([]);
});

test('the width of a peak counts only where one line of one phase lies under it', () => {
  const explained = explainPeaks([20.2, 40.2, 60.22, 70].map(peakAt), references, { shift_deg });
  // Two phases; two lines of one phase; a line with a weak one beside it; nothing.
  expect(explained.map(singlePhaseOf)).toEqual([null, null, 'A', null]);
  expect(explained[2]?.explanations[0]?.hkl).toBe('3 1 0');
});

test('strong lines are drawn once more by Kβ where the radiation has it', () => {
  const [withBeta, without] = [radiationOf('CuKaKb'), radiationOf('CuKa')];
  if (!withBeta || !without) throw new Error('no Cu');
  const silicon = { phase: 'Si', ticks: [{ twoTheta_deg: 28.443, intensity: 100, hkl: '1 1 1' }] };
  const [beta] = betaLines([silicon], withBeta);
  expect(beta?.phase).toBe('Si Kβ');
  // 2 asin(1.392234/(2 · 3.13548)) of d = 1.5405929/(2 sin 14.2215°).
  expect(beta?.ticks[0]?.twoTheta_deg).toBeCloseTo(25.6546, 3);
  expect(betaLines([silicon], without)).toEqual([]);
  const weak = { phase: 'Si', ticks: [{ twoTheta_deg: 47.3, intensity: 5, hkl: '2 2 0' }] };
  expect(betaLines([weak], withBeta)[0]?.ticks).toEqual([]);
});
