import { describe, expect, test } from 'vitest';
import type { ParameterEstimate } from '#core/eis/fitResult.ts';
import { arrheniusLine } from '../../../src/renderer/views/impedance/series/arrheniusRows.ts';
import { temperatureInWords } from '../../../src/renderer/views/impedance/series/spectrumTemperature.ts';

describe('a temperature in the name of a file', () => {
  test.each([
    ['PEIS_LPSCl_IonBlocking_-25C.mpr', -25],
    ['PEIS_TSeq2_25C_#60_C01.mpr', 25],
    ['PEIS_TSeq6_-15C_#56_C01.mpr', -15],
    ['cell 60 °C.csv', 60],
    ['LiHg_C5_rate.csv', null],
    ['from_25C_to_60C.csv', null],
    ['cell-3C01.mpr', null],
  ])('%s: %s', (name, value) => {
    expect(temperatureInWords(name)).toBe(value);
  });
});

describe('the Arrhenius line', () => {
  /** R = 10 Ω exp(Ea/(R T)) with Ea = 30 kJ/mol. */
  const row = (value_degC: number, verdict: ParameterEstimate['verdict'] = 'determined') => ({
    datasetId: String(value_degC),
    label: '',
    temperature: { value_degC, source: 'typed' as const },
    estimate: {
      name: 'R1',
      unit: 'ohm',
      value: (verdict === 'determined' ? 10 : 1e5) * Math.exp(30_000 / 8.314_462_618 / (value_degC + 273.15)),
      standardError: null,
      lower95: null,
      upper95: null,
      fixed: false,
      verdict,
      reason: '',
    },
  });

  test('of a conductance has the activation energy above zero, from determined values alone', () => {
    const line = arrheniusLine([row(-25), row(0), row(25), row(60, 'undetermined')]);
    expect(line.fit?.activationEnergy_kJPerMol).toBeCloseTo(30, 6);
    expect(line.points).toBe(3);
    expect(line.undetermined).toBe(1);
  });
});
