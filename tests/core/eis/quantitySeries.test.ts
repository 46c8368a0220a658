import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { placeOfSpectrum, quantitySeries, type SeriesEntry } from '#core/eis/quantitySeries.ts';
import { spectrumOf, type Spectrum } from '#core/eis/spectrum.ts';
import { expectData, importBytes } from '../../support/importBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';
import { impedance } from '../../simulate/impedance.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, sweepFrequencies } from '../../simulate/relaxations.ts';

function fitOf(spectrum: Spectrum) {
  const parsed = parseCircuit('R0-p(R1,CPE1)');
  return parsed.ok ? fitCircuit({ spectrum, circuit: parsed.circuit }) : null;
}

/** A simulated interface that grows by 10 Ω a cycle. */
const entries: readonly SeriesEntry[] = Array.from({ length: 12 }, (_, cycle) => {
  const arcs = [{ r_ohm: 40 + 10 * cycle, q: 2e-5, n: 0.85 }];
  const circuit = { inductance_H: 0, series_ohm: 5, arcs, parallel_ohm: null };
  const frequencies = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 57 });
  const spectrum = noisySpectrum((f) => impedance(circuit, f), frequencies, {
    noise: 0.005,
    random: createRandom(300 + cycle),
  });
  const place = { time_s: 3600 * cycle, cycle, charge_Ah: null };
  return { label: `cycle ${cycle}`, place, spectrum, fit: fitOf(spectrum), problem: null };
});

test('resistances and capacitance of a simulated series follow the truth within their errors', () => {
  const { quantities, failed } = quantitySeries(entries);
  const pointsOf = (wanted: string) => quantities.find(({ name }) => name === wanted)?.points ?? [];
  const isNear = (name: string, truth: (cycle: number) => number) => {
    const points = pointsOf(name);
    expect(points).toHaveLength(12);
    const far = points.filter(({ value, standardError, cycle }) => {
      return !(Math.abs(value - truth(cycle ?? NaN)) < 2 * (standardError ?? NaN));
    });
    // 5 % are expected outside; three or more of 12 in one of 50 trials.
    expect(far.length).toBeLessThanOrEqual(2);
  };
  isNear('R_int', (cycle) => 40 + 10 * cycle);
  isNear('R_sol', () => 5);
  // Hsu and Mansfeld: Q^(1/n) R^((1−n)/n); Brug: Q^(1/n) (1/5 + 1/R)^((n−1)/n).
  isNear('C_int (Hsu-Mansfeld)', (cycle) => 2e-5 ** (1 / 0.85) * (40 + 10 * cycle) ** (0.15 / 0.85));
  isNear('C_int (Brug)', (cycle) => 2e-5 ** (1 / 0.85) * (1 / 5 + 1 / (40 + 10 * cycle)) ** (-0.15 / 0.85));
  expect(pointsOf('R_hf')[3]).toMatchObject({ time_s: 10800, cycle: 3, charge_Ah: null });
  expect(failed).toEqual([]);
});

test('a spectrum that failed is kept with its place and its reason, and stops no other', () => {
  const place = { time_s: 99, cycle: 7, charge_Ah: 0.1 };
  const problem = { code: 'too-few-points', points: 3, needed: 8 } as const;
  const broken = { label: 'cut short', place, spectrum: null, fit: null, problem };
  const { quantities, failed } = quantitySeries([...entries.slice(0, 2), broken]);
  expect(failed).toEqual([{ label: 'cut short', ...place, problem }]);
  expect(quantities.find(({ name }) => name === 'R_int')?.points).toHaveLength(2);
});

const path = sharedFile(
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA_02_GEIS_C05.mpr',
);

test.skipIf(path === null)(
  'the 45 spectra of a real Li | Li run stand against the time of their sweeps',
  async () => {
    const { datasets } = expectData(await importBytes(readFileSync(path ?? ''), 'run.mpr'));
    const real = datasets.map((dataset): SeriesEntry => {
      const spectrum = spectrumOf(dataset)?.spectrum ?? null;
      return { label: dataset.label, place: placeOfSpectrum(dataset), spectrum, fit: null, problem: null };
    });
    const [intercepts] = quantitySeries(real).quantities;
    expect(intercepts?.name).toBe('R_hf');
    expect(intercepts?.points).toHaveLength(45);
    const times = intercepts?.points.map(({ time_s }) => time_s ?? NaN) ?? [];
    // An hour of current and a sweep of 7 s between one and the next.
    times.slice(1).forEach((time, k) => {
      expect(time).toBeGreaterThan(times[k] ?? NaN);
    });
    expect(Math.round(intercepts?.points[0]?.value ?? NaN)).toBe(203);
  },
);
