import { describe, expect, test } from 'vitest';
import { computeDrt, type DrtOptions } from '#core/eis/drt.ts';
import type { Drt, DrtBasis } from '#core/eis/drtResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { createRandom } from '../../simulate/random.ts';
import {
  noisySpectrum,
  relaxationImpedance,
  sweepFrequencies,
  type ComplexNumber,
  type Relaxation,
} from '../../simulate/relaxations.ts';

const FREQUENCIES = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1e-2, points: 71 });
const seedsUpTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const zarc9: Relaxation = { r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 };
const zarc7: Relaxation = { r_ohm: 100, tau_s: 1e-3, a: 0.7, b: 1 };
const gerischer: Relaxation = { r_ohm: 80, tau_s: 0.02, a: 1, b: 0.5 };
const havriliakNegami: Relaxation = { r_ohm: 150, tau_s: 0.003, a: 0.85, b: 0.7 };

/**
 * Where the closed form γ(x = τ/τ0) ∝ x^ab sin(bθ) / (1 + 2x^a cos πa + x^2a)^(b/2), θ = atan2(sin πa, x^a + cos πa),
 * has its maximum, found on a fine grid.
 */
function decadeOfMaximum({ a, b }: Relaxation): number {
  const height = (x: number) => {
    const theta = Math.atan2(Math.sin(Math.PI * a), x ** a + Math.cos(Math.PI * a));
    return (
      (x ** (a * b) * Math.sin(b * theta)) /
      (1 + 2 * x ** a * Math.cos(Math.PI * a) + x ** (2 * a)) ** (b / 2)
    );
  };
  const decades = Array.from({ length: 4001 }, (_, i) => -2 + i / 1000);
  return decades.reduce((best, d) => (height(10 ** d) > height(10 ** best) ? d : best));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half - 1)] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

function inSeries(parts: readonly Relaxation[], series_ohm: number): (f: number) => ComplexNumber {
  return (f) =>
    parts
      .map((part) => relaxationImpedance(part, f))
      .reduce((sum, z) => ({ re: sum.re + z.re, im: sum.im + z.im }), { re: series_ohm, im: 0 });
}

function drtOf(spectrum: Spectrum, options: DrtOptions = {}): Drt {
  const drt = computeDrt(spectrum, options);
  if (!drt) throw new Error('too few points');
  return drt;
}

function simulated(parts: readonly Relaxation[], noise: number, seed: number, frequency_Hz = FREQUENCIES) {
  return noisySpectrum(inSeries(parts, 10), frequency_Hz, { noise, random: createRandom(seed) });
}

interface Errors {
  readonly decades: number;
  readonly area: number;
  readonly height: number;
}

interface Trial {
  readonly noise: number;
  readonly seeds: number;
  readonly basis: DrtBasis;
}

/** Medians over the seeds of the error of the largest peak. */
function mediansOf(relaxation: Relaxation, { noise, seeds, basis }: Trial): Errors {
  const place = relaxation.b === 0.5 ? 0 : decadeOfMaximum(relaxation);
  const peaks = seedsUpTo(seeds).map((seed) => {
    const { peaks } = drtOf(simulated([relaxation], noise, seed), { basis, band: false });
    return peaks.reduce((most, peak) => (peak.r_ohm > most.r_ohm ? peak : most));
  });
  return {
    decades: median(peaks.map(({ tau_s }) => Math.abs(Math.log10(tau_s / relaxation.tau_s) - place))),
    area: median(peaks.map(({ r_ohm }) => Math.abs(r_ohm / relaxation.r_ohm - 1))),
    height: median(peaks.map(({ height_ohm }) => height_ohm)),
  };
}

describe.each([
  { basis: 'piecewise-linear', seeds: 20 },
  { basis: 'gaussian', seeds: 20 },
] as const)('with the $basis basis, median of $seeds seeds', ({ basis, seeds }) => {
  test.each([
    { name: 'ZARC n = 0.9', relaxation: zarc9, noise: 0.001, decades: 0.1, area: 0.03 },
    { name: 'ZARC n = 0.7', relaxation: zarc7, noise: 0.001, decades: 0.1, area: 0.03 },
    { name: 'Gerischer', relaxation: gerischer, noise: 0.001, decades: 0.2, area: 0.03 },
    { name: 'Havriliak-Negami', relaxation: havriliakNegami, noise: 0.001, decades: 0.1, area: 0.03 },
    { name: 'ZARC n = 0.9', relaxation: zarc9, noise: 0.01, decades: 0.1, area: 0.08 },
    { name: 'ZARC n = 0.7', relaxation: zarc7, noise: 0.01, decades: 0.1, area: 0.08 },
    { name: 'Gerischer', relaxation: gerischer, noise: 0.01, decades: 0.25, area: 0.15 },
    { name: 'Havriliak-Negami', relaxation: havriliakNegami, noise: 0.01, decades: 0.1, area: 0.08 },
  ])('$name at noise $noise: peak within $decades decades, area within $area', (limits) => {
    const found = mediansOf(limits.relaxation, { noise: limits.noise, seeds, basis });
    expect(found.decades).toBeLessThan(limits.decades);
    expect(found.area).toBeLessThan(limits.area);
  });

  test('the height of a ZARC with n = 0.7 is within 10 % of the exact 31.236 ohm at 0.1 % noise', () => {
    expect(Math.abs(mediansOf(zarc7, { noise: 0.001, seeds, basis }).height / 31.23591633 - 1)).toBeLessThan(
      0.1,
    );
  });
});

test('frequencies 1 % off a log-even grid give the same peak', () => {
  const random = createRandom(7);
  const off = FREQUENCIES.map((f) => f * (1 + 0.01 * random.normal()));
  const [even, uneven] = [FREQUENCIES, off].map((f) => drtOf(simulated([zarc7], 0.001, 3, f)).peaks[0]);
  expect(Math.abs((uneven?.r_ohm ?? NaN) / (even?.r_ohm ?? NaN) - 1)).toBeLessThan(0.01);
  expect(Math.abs(Math.log10((uneven?.tau_s ?? NaN) / (even?.tau_s ?? NaN)))).toBeLessThan(0.02);
});

test('two arcs two decades apart are two peaks with their resistances and capacitances', () => {
  const parts = [
    { r_ohm: 50, tau_s: 1e-4, a: 0.9, b: 1 },
    { r_ohm: 100, tau_s: 1e-2, a: 0.9, b: 1 },
  ];
  const { peaks, rInfinity_ohm } = drtOf(simulated(parts, 0.001, 1));
  expect(peaks).toHaveLength(2);
  expect(Math.abs(rInfinity_ohm / 10 - 1)).toBeLessThan(0.02);
  peaks.forEach((peak, i) => {
    const { r_ohm = NaN, tau_s = NaN } = parts[i] ?? {};
    // A lobe between two sharp arcs goes to one of them.
    expect(Math.abs(peak.r_ohm / r_ohm - 1)).toBeLessThan(0.12);
    expect(Math.abs(Math.log10(peak.tau_s / tau_s))).toBeLessThan(0.1);
    expect(Math.abs(peak.c_F / (tau_s / r_ohm) - 1)).toBeLessThan(0.3);
  });
});

test('lead inductance and a blocking electrode are taken out and named, not turned into peaks', () => {
  const omega = (f: number) => 2 * Math.PI * f;
  const cell = (f: number) => {
    const arc = inSeries([{ r_ohm: 100, tau_s: 1e-4, a: 0.95, b: 1 }], 5)(f);
    return { re: arc.re, im: arc.im + omega(f) * 1e-6 - 1 / (omega(f) * 1e-3) };
  };
  const frequency_Hz = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 71 });
  const drt = drtOf(noisySpectrum(cell, frequency_Hz, { noise: 0.001, random: createRandom(5) }));
  expect(drt.inductance_H).toBeCloseTo(1e-6, 7);
  expect(drt.seriesCapacitance_F).toBeCloseTo(1e-3, 4);
  const resistances = drt.peaks.map(({ r_ohm }) => r_ohm).sort((a, b) => b - a);
  expect(Math.abs((resistances[0] ?? NaN) / 100 - 1)).toBeLessThan(0.05);
  expect(resistances[1] ?? 0).toBeLessThan(5);
});

test('a closed arc gets no series capacitance', () => {
  expect(drtOf(simulated([zarc7], 0.01, 1)).seriesCapacitance_F).toBeNull();
});

test('the 95 % band holds the exact distribution at most nodes where the distribution is smooth', () => {
  const exact = (tau_s: number) =>
    ((100 / (2 * Math.PI)) * Math.sin(0.3 * Math.PI)) /
    (Math.cosh(0.7 * Math.log(tau_s / 1e-3)) - Math.cos(0.3 * Math.PI));
  const shares = seedsUpTo(10).map((seed) => {
    const { tau_s, lower_ohm, upper_ohm } = drtOf(simulated([zarc7], 0.01, seed));
    const inside = [...tau_s.keys()].filter(
      (m) =>
        (lower_ohm?.[m] ?? NaN) <= exact(tau_s[m] ?? NaN) &&
        exact(tau_s[m] ?? NaN) <= (upper_ohm?.[m] ?? NaN),
    );
    return inside.length / tau_s.length;
  });
  expect(median(shares)).toBeGreaterThan(0.8);
  expect(median(shares)).toBeLessThan(1);
});

test('lambda by hand is used as given; the L-curve finds the peak too', () => {
  const spectrum = simulated([zarc7], 0.001, 2);
  const byHand = drtOf(spectrum, { lambda: 1e-2 });
  expect(byHand.lambda).toBe(1e-2);
  expect(byHand.lambdaRule).toBe('by-hand');
  const lCurve = drtOf(spectrum, { lambda: 'l-curve' });
  expect(lCurve.lambdaRule).toBe('l-curve');
  const largest = lCurve.peaks.reduce((most, peak) => (peak.r_ohm > most.r_ohm ? peak : most));
  expect(Math.abs(Math.log10(largest.tau_s / 1e-3))).toBeLessThan(0.15);
});

test('the first derivative as penalty finds the same resistance', () => {
  const { polarisationResistance_ohm } = drtOf(simulated([zarc7], 0.001, 2), { derivative: 1 });
  expect(Math.abs(polarisationResistance_ohm / 100 - 1)).toBeLessThan(0.01);
});

test('the order of the points does not matter', () => {
  const spectrum = simulated([zarc7], 0.001, 2);
  const reversed = {
    frequency_Hz: spectrum.frequency_Hz.toReversed(),
    zRe_ohm: spectrum.zRe_ohm.toReversed(),
    zIm_ohm: spectrum.zIm_ohm.toReversed(),
  };
  const [a, b] = [drtOf(spectrum), drtOf(reversed)];
  expect((b.peaks[0]?.r_ohm ?? NaN) / (a.peaks[0]?.r_ohm ?? NaN)).toBeCloseTo(1, 6);
  expect(b.residualRe[0]).toBeCloseTo(a.residualRe.at(-1) ?? NaN, 8);
});

test('fewer than six points have no distribution', () => {
  const few = sweepFrequencies({ start_Hz: 1e3, stop_Hz: 1, points: 5 });
  expect(computeDrt(simulated([zarc7], 0.001, 1, few))).toBeNull();
});
