/** Every check with numbers worked by hand: one cell that agrees, one that does not, one that cannot be judged. */
import { describe, expect, test } from 'vitest';
import { AFTER_FIVE, checked, evidence, PRISTINE, run, spectrum, type ByHand } from './evidenceByHand.ts';

const twelve = (value: number) => Array.from({ length: 12 }, () => value);
const amalgam = { coating: 'Li-Hg amalgam' };

describe('polarisation against j × R', () => {
  // 2 mA × (20 + 30) Ω = 100 mV, held against half cycles 10 and 11 with 25 %.
  const spectra = [spectrum(AFTER_FIVE, { electrolyte: 20, arc: 30, intercept: 19 })];
  const of = (more: ByHand) => checked('polarisation-impedance', evidence({ spectra, ...more }));

  test('90 to 95 mV beside 50 Ω at 2 mA agree with its 100 mV', () => {
    const found = of({ runs: [run([...twelve(90).slice(0, 10), 95, 95], 2)] });
    expect(found?.verdict).toBe('agrees');
    expect(found?.numbers).toEqual({
      measuredLow_mV: 90,
      measuredHigh_mV: 95,
      implied_mV: 100,
      resistance_ohm: 50,
    });
    expect(found?.text).toContain('polarisation 90 to 95 mV');
    expect(found?.text).toContain('50 Ω imply 100 mV (tolerance 25 %)');
  });

  test('the tolerance ends at a quarter: 80 mV agree, 79 mV do not', () => {
    expect(of({ runs: [run(twelve(80), 2)] })?.verdict).toBe('agrees');
    expect(of({ runs: [run(twelve(79), 2)] })?.verdict).toBe('disagrees');
  });

  test('the intercept stands for an electrolyte that was not fitted, and nothing is summed without either', () => {
    const withOnly = (intercept: number | null) =>
      of({
        runs: [run(twelve(100), 2)],
        spectra: [spectrum(AFTER_FIVE, { electrolyte: null, arc: 30, intercept })],
      });
    expect(withOnly(20)?.numbers['implied_mV']).toBe(100);
    expect(withOnly(null)?.verdict).toBe('cannot tell');
  });

  test('a spectrum at 9.5 h lies in the tenth half cycle and before the eleventh', () => {
    const state = { kind: 'at-time', time_s: 9.5 * 3600 } as const;
    const polarisations = twelve(10).map((value, k) => (k === 9 || k === 10 ? 101 : value));
    const found = of({
      runs: [run(polarisations, 2)],
      spectra: [spectrum(state, { electrolyte: 20, arc: 30, intercept: 19 })],
    });
    expect(found?.numbers).toMatchObject({ measuredLow_mV: 101, measuredHigh_mV: 101 });
    expect(found?.verdict).toBe('agrees');
  });

  test('without a run, without a spectrum or without a half cycle beside it nothing is told', () => {
    expect(of({})?.verdict).toBe('cannot tell');
    expect(of({ runs: [run(twelve(90), 2)], spectra: [] })?.verdict).toBe('cannot tell');
    expect(of({ runs: [run([90, 90], 2)] })?.verdict).toBe('cannot tell');
  });
});

describe('ohmic floor', () => {
  // 100 µm at 1 mS/cm: 0.01 cm / 0.001 S/cm = 10 Ω cm²; at 5 mA/cm² 50 mV.
  const slab = { electrolyte: 'LLTO', electrolyteThickness_um: 100, electrolyteConductivity_SPerCm: 1e-3 };
  const of = (more: ByHand) => checked('ohmic-floor', evidence({ cell: slab, ...more }));

  test('60 mV lie above 5 mA/cm² × 10 Ω cm² = 50 mV', () => {
    const found = of({ runs: [run(twelve(60), 5)] });
    expect(found?.verdict).toBe('agrees');
    expect(found?.numbers['floor_mV']).toBeCloseTo(50, 10);
    expect(found?.text).toBe(
      'polarisation at the end 60 mV; the electrolyte alone needs 5 mA/cm² × 10 Ω cm² = 50 mV',
    );
  });

  test('a breach must exceed a tenth: 46 mV agree, 44 mV do not', () => {
    expect(of({ runs: [run(twelve(46), 5)] })?.verdict).toBe('agrees');
    expect(of({ runs: [run(twelve(44), 5)] })?.verdict).toBe('disagrees');
  });

  test('a fitted plateau is told with its interval, and with a bound that is open', () => {
    const conditioning = {
      plateau_mV: 10,
      plateauInterval_mV: { lower95: 9.5, upper95: null },
      timeConstant_h: 8,
      timeConstantInterval_h: { lower95: 7, upper95: 9 },
    };
    const found = of({ runs: [run(twelve(10), 5)], conditioning });
    expect(found?.text).toContain('plateau of 10 mV (95 % interval 9.5 to open)');
    expect(found?.numbers['plateau_mV']).toBe(10);
  });

  test('a ceramic of unknown thickness cannot be judged; a liquid of which nothing is said is not asked', () => {
    expect(of({ cell: { electrolyte: 'LLTO' }, runs: [run(twelve(60))] })?.verdict).toBe('cannot tell');
    expect(of({ cell: { ...slab, area_cm2: null } })?.verdict).toBe('cannot tell');
    expect(of({ cell: { electrolyte: '1 M LiPF6' }, runs: [run(twelve(60))] })).toBeUndefined();
  });
});

describe('intercept before and after', () => {
  const at = (before: number, after: number, isUpperLimit = false) =>
    checked(
      'intercept-change',
      evidence({
        spectra: [
          spectrum(PRISTINE, { electrolyte: null, arc: null, intercept: before }),
          spectrum(AFTER_FIVE, { electrolyte: null, arc: null, intercept: after, isUpperLimit }),
        ],
      }),
    );

  test('50 and 42 Ω agree within 20 %', () => {
    const found = at(50, 42);
    expect(found?.verdict).toBe('agrees');
    expect(found?.numbers).toEqual({ before_ohm: 50, after_ohm: 42, ratio: 0.84 });
    expect(found?.text).toBe('intercept 50 Ω before and 42 Ω after cycling (−16 %; tolerance 20 %)');
  });

  test('50 and 30 Ω, or 50 and 65 Ω, do not', () => {
    expect(at(50, 30)?.verdict).toBe('disagrees');
    expect(at(50, 65)?.verdict).toBe('disagrees');
  });

  test('an upper limit, or one spectrum alone, tells nothing', () => {
    expect(at(50, 30, true)?.verdict).toBe('cannot tell');
    const alone = spectrum(PRISTINE, { electrolyte: 1, arc: 1, intercept: 50 });
    expect(checked('intercept-change', evidence({ spectra: [alone] }))?.verdict).toBe('cannot tell');
    expect(checked('intercept-change', evidence())).toBeUndefined();
  });
});

describe('thickness of the film', () => {
  const of = (laterThickness_um: number | null, cell = {}) =>
    checked(
      'layer-thickness',
      evidence({ cell: { ...amalgam, layerThickness_um: 7, ...cell }, laterThickness_um }),
    );

  test('7 µm of LiHg3, 8.6 mg/cm² of mercury, make 18.2 µm of Li3Hg: 18 µm fit, 24 µm do not', () => {
    expect(of(18)?.verdict).toBe('agrees');
    const found = of(24);
    expect(found?.verdict).toBe('disagrees');
    expect(found?.text).toMatch(/^8\.\d+ mg\/cm² of mercury/u);
    expect(found?.text).toContain('18.2 µm as Li3Hg at most; 24 µm are stated');
  });

  test('one thickness alone says how thick it could become; no film at all says nothing', () => {
    const found = of(null);
    expect(found?.verdict).toBe('cannot tell');
    expect(found?.text).toContain('18.2 µm at most');
    expect(of(24, { layerThickness_um: null })?.verdict).toBe('cannot tell');
    expect(of(24, { coating: 'none' })).toBeUndefined();
  });
});

describe('capacity of the film', () => {
  // 20.059 mg/cm² are 0.1 mmol/cm² of mercury; LiHg3 holds a third of lithium for each, liquid 0.0133/0.9867 = 0.0135:
  // 0.1e-3 × (1/3 − 0.0135) × 96485 C / 3.6 = 0.857 mAh/cm² to all liquid, 0.1e-3 × (3 − 1/3) × 26801 = 7.147 to Li3Hg.
  const cell = { ...amalgam, arealHg_mgPerCm2: 20.059 };
  const of = (current_mA: number, more: ByHand = {}) =>
    checked('layer-capacity', evidence({ cell, runs: [run(twelve(10), current_mA)], ...more }));

  test('0.5 mAh/cm² are within the film', () => {
    const found = of(0.5);
    expect(found?.verdict).toBe('agrees');
    expect(found?.numbers['toLiquid_mAhPerCm2']).toBeCloseTo(0.857, 2);
    expect(found?.numbers['toFull_mAhPerCm2']).toBeCloseTo(7.147, 2);
    expect(found?.text).toMatch(/^0\.5 mAh\/cm² pass .* after 0\.85\d? and full after 7\.1\d mAh\/cm²/u);
  });

  test('5 mAh/cm² come from the metal beneath as well', () => {
    expect(of(5)?.verdict).toBe('disagrees');
  });

  test('without an inventory or a run nothing is told', () => {
    expect(of(0.5, { cell: amalgam })?.verdict).toBe('cannot tell');
    expect(of(0.5, { runs: [] })?.verdict).toBe('cannot tell');
  });
});

describe('voltage between phases', () => {
  const of = (phases: readonly string[], polarisation_mV: number) =>
    checked('phase-voltage', evidence({ phases, runs: [run(twelve(polarisation_mV))] }));

  test('LiHg3 and lithium at the surfaces of a cell that polarises 10 mV contradict each other', () => {
    const found = of(['LiHg3', 'Li'], 10);
    expect(found?.verdict).toBe('disagrees');
    expect(found?.numbers['implied_mV']).toBeGreaterThan(500);
    expect(found?.text).toMatch(
      /surfaces of LiHg3 and Li would be \d+ ± [\d.]+ mV apart; 10 mV are measured/u,
    );
  });

  test('a cell that polarises a volt may have both', () => {
    expect(of(['LiHg3', 'Li'], 1000)?.verdict).toBe('agrees');
  });

  test('one phase alone implies no voltage, and phases that were not looked for are not asked', () => {
    expect(of(['LiHg3'], 10)?.verdict).toBe('cannot tell');
    expect(of([], 10)).toBeUndefined();
  });
});

describe('efficiency against retention', () => {
  // 0.98 over 10 cycles: 0.98^10 = 0.8171.
  const found = {
    efficiency: 0.98,
    countedCycles: 10,
    cycles: 10,
    fromCycle: 1,
    toCycle: 11,
    implied: 0.8171,
    impliedLow: 0.8088,
    impliedHigh: 0.8254,
  };
  const of = (more: ByHand) => checked('efficiency-retention', evidence({ cell: { kind: 'full' }, ...more }));

  test('98 % over 10 cycles agree with 82 % kept', () => {
    const line = of({ impliedRetention: { ...found, measured: 0.82, verdict: 'agree' } });
    expect(line?.verdict).toBe('agrees');
    expect(line?.numbers).toMatchObject({ cycles: 10, expected: 0.8171, retention: 0.82 });
    expect(line?.text).toBe(
      'a mean efficiency of 98.00 % over 10 cycles would leave 81.7 % (80.9 % to 82.5 % with its error) ' +
        'without metal in excess; 82 % are retained',
    );
  });

  test('more or less kept than that disagrees', () => {
    const keeps = (measured: number, verdict: 'kept-more' | 'kept-less') =>
      of({ impliedRetention: { ...found, measured, verdict } })?.verdict;
    expect(keeps(0.99, 'kept-more')).toBe('disagrees');
    expect(keeps(0.5, 'kept-less')).toBe('disagrees');
  });

  test('a mean above 100 %, too few cycles or no run tell nothing; other cells are not asked', () => {
    const above = { ...found, efficiency: 1.002, measured: 0.99, verdict: null };
    expect(of({ impliedRetention: above })?.verdict).toBe('cannot tell');
    expect(of({ impliedRetention: above })?.text).toContain('100.20 % is above 100 %');
    expect(of({ impliedRetention: { refused: 'too-few-cycles' } })?.verdict).toBe('cannot tell');
    expect(of({})?.verdict).toBe('cannot tell');
    expect(of({ cell: { kind: 'symmetric' } })).toBeUndefined();
    expect(of({ cell: { kind: 'half' } })).toBeUndefined();
  });
});

test('a cell that was left out gives no line', () => {
  const left = evidence({ cell: { exclusionReason: 'leaked', ...amalgam }, phases: ['Li'] });
  expect(checked('phase-voltage', left)).toBeUndefined();
  expect(checked('layer-thickness', left)).toBeUndefined();
});
