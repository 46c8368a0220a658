import { expect, test } from 'vitest';
import type { MeasuredPeak } from '#core/xrd/peaks/measurePeaks.ts';
import { phaseSizes } from '#core/xrd/size/phaseSizes.ts';
import {
  explainingIds,
  isSoftMetal,
} from '../../../src/renderer/views/diffraction/peaks/explainingPhases.ts';
import { instrumentShape } from '../../../src/renderer/views/diffraction/peaks/instrumentShape.ts';
import { PEAK_DEFAULTS } from '../../../src/renderer/views/diffraction/peaks/peakSettings.ts';
import { peakTable } from '../../../src/renderer/views/diffraction/peaks/peakTable.ts';
import { sizeSentences } from '../../../src/renderer/views/diffraction/peaks/sizeSentences.ts';

const peak: MeasuredPeak = {
  twoTheta_deg: 28.52614,
  twoThetaError_deg: 0.0021,
  d_A: 3.126512,
  dError_A: 0.00023,
  height_counts: 12345.6,
  fwhm_deg: 0.2513,
  fwhmError_deg: 0.0043,
  eta: 0.5,
  significance: 88.24,
  reducedChiSquared: 1,
};

test('a row has a value with two digits of its error, and every phase that explains it', () => {
  const explanation = { offset_deg: 0.01, isBlend: false };
  const explanations = [
    { phase: 'LiHg', hkl: '1 0 -1', ...explanation },
    { phase: 'Li3Hg', hkl: '2 0 0', ...explanation },
  ];
  const { titles, rows } = peakTable([{ peak, explanations }]);
  expect(titles.slice(0, 4)).toEqual(['2θ (°)', 'Phase', 'hkl', 'd (Å)']);
  expect(rows).toEqual([
    [
      '28.5261 ± 0.0021',
      'LiHg + Li3Hg',
      '1 0 −1 + 2 0 0',
      '3.12651 ± 0.00023',
      '0.2513 ± 0.0043',
      '12,346',
      '88.2',
    ],
  ]);
});

test('a width that the fit cannot tell and a peak without an explanation are left open', () => {
  const lone = { peak: { ...peak, fwhmError_deg: NaN }, explanations: [] };
  expect(peakTable([lone]).rows[0]?.slice(1, 5)).toEqual(['–', '–', '3.12651 ± 0.00023', '–']);
});

test('a size is a range in nm, a bound without the instrument, and nothing where no line is sure', () => {
  const lines = [{ twoTheta_deg: 38.121, fwhm_deg: 0.25, fwhmError_deg: 0.005, eta: 0.5 }];
  const options = { wavelength_A: 1.5405929 };
  const sentencesOf = (phase: typeof lines, settings: Partial<typeof PEAK_DEFAULTS>) => {
    const instrument = instrumentShape({ ...PEAK_DEFAULTS, ...settings });
    const [size] = phaseSizes([{ phase: 'LiHg3', isSoftMetal: true, lines: phase }], {
      ...options,
      instrument,
    });
    return size ? sizeSentences(size) : [];
  };
  // 0.25° less 0.08° at 38.121° is 354.9 to 494.4 Å; the error of the width makes it 340 to 525 Å.
  expect(sentencesOf(lines, { instrument: 'standard' })).toEqual([
    'Scherrer: 34 to 52.5 nm, from 1 line.',
    'No Williamson–Hall: fewer than 4 free lines of this phase.',
  ]);
  // Kλ/(β cos θ) with β = 0.25° + 1.645·0.005°.
  expect(sentencesOf(lines, {})[0]).toMatch(/^At least 32\.5 nm: /u);
  expect(sentencesOf([], { instrument: 'standard' })[0]).toMatch(/^No size: /u);
  // Crystallites near the limit of the instrument have no upper end: 0.11° less 0.08° is up to 3030 Å and more.
  const narrow = [{ twoTheta_deg: 38.121, fwhm_deg: 0.11, fwhmError_deg: 0.002, eta: 0.5 }];
  expect(sentencesOf(narrow, { instrument: 'standard' })[0]).toMatch(
    /^Scherrer: \S+ nm or more, from 1 line/u,
  );
  const negative = {
    instrument: 'caglioti',
    cagliotiU_deg2: 0,
    cagliotiV_deg2: 0,
    cagliotiW_deg2: -1,
  } as const;
  expect(sentencesOf(lines, negative)[0]).toMatch(/^No size: U, V and W/u);
});

test('the phases that the user chose explain peaks, else those that were found', () => {
  expect(explainingIds(null, null)).toEqual([]);
  expect(explainingIds(null, ['Si'])).toEqual(['Si']);
  expect(['LiHg3', 'Li', 'LiF', 'La2O3'].map(isSoftMetal)).toEqual([true, true, false, false]);
});
