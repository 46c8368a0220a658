import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitCircuit } from '#core/eis/fitCircuit.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { spectrumOf, type Spectrum } from '#core/eis/spectrum.ts';
import { spectrumQuantities } from '#core/eis/spectrumQuantities.ts';
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
const series = Array.from({ length: 12 }, (_, cycle) => {
  const arcs = [{ r_ohm: 40 + 10 * cycle, q: 2e-5, n: 0.85 }];
  const circuit = { inductance_H: 0, series_ohm: 5, arcs, parallel_ohm: null };
  const frequencies = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 0.1, points: 57 });
  const spectrum = noisySpectrum((f) => impedance(circuit, f), frequencies, {
    noise: 0.005,
    random: createRandom(300 + cycle),
  });
  return spectrumQuantities(spectrum, fitOf(spectrum));
});

test('resistances and capacitance of a simulated series follow the truth within their errors', () => {
  const isNear = (name: string, truth: (cycle: number) => number) => {
    const found = series.flatMap((quantities) => quantities.find((one) => one.name === name) ?? []);
    expect(found).toHaveLength(12);
    const far = found.filter(({ lower95, upper95, verdict }, cycle) => {
      expect(verdict).toBe('determined');
      return !((lower95 ?? NaN) < truth(cycle) && truth(cycle) < (upper95 ?? NaN));
    });
    // 5 % are expected outside; three or more of 12 in one of 50 trials.
    expect(far.length).toBeLessThanOrEqual(2);
  };
  isNear('R_int', (cycle) => 40 + 10 * cycle);
  isNear('R_sol', () => 5);
  // Hsu and Mansfeld: Q^(1/n) R^((1−n)/n); Brug: Q^(1/n) (1/5 + 1/R)^((n−1)/n).
  isNear('C_int (Hsu-Mansfeld)', (cycle) => 2e-5 ** (1 / 0.85) * (40 + 10 * cycle) ** (0.15 / 0.85));
  isNear('C_int (Brug)', (cycle) => 2e-5 ** (1 / 0.85) * (1 / 5 + 1 / (40 + 10 * cycle)) ** (-0.15 / 0.85));
});

test('an intercept that lies somewhere below the fastest point has no lower limit', () => {
  // Falling frequency, still far from the real axis.
  const spectrum = {
    frequency_Hz: Float64Array.of(1e3, 8e2, 6e2, 5e2, 4e2, 3e2, 2e2, 1e2),
    zRe_ohm: Float64Array.of(40, 44, 50, 54, 60, 66, 75, 85),
    zIm_ohm: Float64Array.of(-30, -31, -32, -32, -31, -29, -25, -15),
  };
  const [intercept] = spectrumQuantities(spectrum, null);
  expect(intercept).toMatchObject({
    name: 'R_hf',
    unit: 'ohm',
    value: 40,
    lower95: null,
    verdict: 'upper-bound',
  });
});

const path = sharedFile(
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA_02_GEIS_C05.mpr',
);

test.skipIf(path === null)(
  'the 45 spectra of a real Li | Li run each have an intercept without a fit',
  async () => {
    const { datasets } = expectData(await importBytes(readFileSync(path ?? ''), 'run.mpr'));
    const values = datasets.flatMap((dataset) =>
      spectrumQuantities(spectrumOf(dataset)?.spectrum ?? null, null).map(({ value }) => value),
    );
    expect(values).toHaveLength(45);
    expect(Math.round(values[0] ?? NaN)).toBe(203);
  },
);
