import { describe, expect, test } from 'vitest';
import type { FitResult } from '#core/eis/fitResult.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import type { Cell, StateTag } from '#core/project/study.ts';
import type { FitRecord } from '../../../src/renderer/views/impedance/fit/fitRecord.ts';
import { interfaceArc } from '#core/eis/interfaceArc.ts';
import { interfaceNumbers } from '../../../src/renderer/views/impedance/numbers/interfaceNumbers.ts';
import { materialNumbers } from '../../../src/renderer/views/impedance/numbers/materialNumbers.ts';
import type { SpectrumView } from '../../../src/renderer/views/impedance/useSpectra.ts';

const CELL: Cell = {
  ...UNKNOWN_CELL,
  id: 'c',
  studyId: 's',
  groupId: null,
  name: 'cell',
  order: 0,
  kind: 'symmetric',
  area_cm2: 2,
  electrolyteThickness_um: 500,
};

function view(id: string, state: StateTag): SpectrumView {
  const none = new Float64Array();
  return {
    dataset: {
      id,
      studyId: 's',
      importId: 'i',
      cellId: 'c',
      position: 0,
      fileName: 'a.csv',
      kind: 'impedance',
      label: 'Impedance',
      rows: 0,
      columns: [],
      metadata: {},
      state,
      contentKey: id,
    },
    cell: CELL,
    sweep: 1,
    sweeps: 1,
    used: {
      spectrum: { frequency_Hz: none, zRe_ohm: none, zIm_ohm: none },
      rows: new Int32Array(),
      skippedRows: 0,
    },
    leftOut: null,
  };
}

/** Errors of 10 % and no correlation between the parameters. */
function record(circuit: string, values: Readonly<Record<string, number>>): FitRecord {
  const names = Object.keys(values);
  const parameters = Object.entries(values).map(([name, value]) => ({
    name,
    unit: 'ohm',
    value,
    standardError: 0.1 * value,
    lower95: null,
    upper95: null,
    fixed: false,
    verdict: 'determined',
    reason: '',
  }));
  const covariance = names.flatMap((row) =>
    names.map((column) => (row === column ? (0.1 * (values[row] ?? NaN)) ** 2 : 0)),
  );
  const fit = { circuit, parameters, freeParameters: names, covariance } as unknown as FitResult;
  return { inputs: '', fit, choice: null };
}

const RANDLES = { R0: 10, R1: 100, W1: 5, 'CPE1.Q': 1e-6, 'CPE1.n': 1 };

describe('the interface arc', () => {
  test.each([
    ['R0-p(R1,CPE1)-p(R2,CPE2)', 'R2'],
    ['R0-p(R1-W1,CPE1)', 'R1'],
    ['R0-ZARC1', 'ZARC1.R'],
    ['R0-TLM1', 'TLM1.Rct'],
  ])('of %s is %s', (circuit, name) => {
    expect(interfaceArc(record(circuit, {}).fit)?.resistance).toBe(name);
  });

  test('is none where a blocking electrode stands in series: the arc is the electrolyte', () => {
    expect(interfaceArc(record('R0-p(R1,CPE1)-CPE2', {}).fit)).toBeNull();
  });
});

describe('numbers of the fits', () => {
  const pristine = view('a', { kind: 'pristine' });
  const cycled = view('b', { kind: 'after-cycle', cycle: 5 });
  const circuit = 'R0-p(R1-W1,CPE1)';
  const records = new Map([
    ['a', record(circuit, RANDLES)],
    ['b', record(circuit, { ...RANDLES, R1: 50 })],
  ]);

  test('an error of the area goes into R·A/2 but not into the change of the same cell', () => {
    const [before, after] = interfaceNumbers([pristine, cycled], records, 0.2);
    expect(before?.value).toBeCloseTo(100, 9);
    // 100 × √(0.1² + 0.2²)
    expect(before?.standardError).toBeCloseTo(22.360_68, 4);
    expect(after?.change?.value).toBeCloseTo(0.5, 9);
    // 0.5 × √(0.1² + 0.1²), without the area.
    expect(after?.change?.standardError).toBeCloseTo(0.070_711, 5);
  });

  test('capacitance is that of one interface per area, conductivity that of the resistance before the arc', () => {
    const [numbers] = materialNumbers([pristine], records, 0.2);
    // With n = 1 both formulas give Q; 2 × 1 µF / 2 cm².
    expect(numbers?.capacitances.map(({ value }) => value)).toEqual([
      expect.closeTo(1e-6, 12),
      expect.closeTo(1e-6, 12),
    ]);
    expect(numbers?.outside).toBeNull();
    // 0.05 cm / (10 Ω × 2 cm²), ± √(0.1² + 0.2²)
    expect(numbers?.conductivity?.value.value).toBeCloseTo(2.5e-3, 12);
    expect(numbers?.conductivity?.value.standardError).toBeCloseTo(5.590_17e-4, 8);
    expect(numbers?.conductivity?.from).toEqual(['R0']);
  });

  test('a capacitance a thousand times too small is named with the class it belongs to', () => {
    const small = new Map([['a', record(circuit, { ...RANDLES, 'CPE1.Q': 1e-9 })]]);
    expect(materialNumbers([pristine], small, 0)[0]?.outside?.classes).toEqual(['grain boundary']);
  });
});
