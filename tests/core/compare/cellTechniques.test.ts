import { describe, expect, test } from 'vitest';
import type { SpectrumEvidence } from '#core/compare/cellEvidence.ts';
import { cellTechniques } from '#core/compare/cellTechniques.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import type { Cell, StateTag } from '#core/project/study.ts';

function cellOf(more: Partial<Cell>): Cell {
  return { id: 'c', studyId: 's', groupId: 'g', name: 'cell', order: 0, ...UNKNOWN_CELL, ...more };
}

function spectrum(state: StateTag, interface_ohm: number | null): SpectrumEvidence {
  return {
    ...{ label: '', state, intercept: null, circuit: 'R0-p(R1,CPE1)', electrolyte_ohm: null },
    interface_ohm: interface_ohm === null ? null : { value: interface_ohm, standardError: 2 },
  };
}

describe('what impedance says of a cell', () => {
  test('shares the arc of a symmetric cell between two interfaces: 100 Ω on 0.5 cm² are 25 Ω cm² each', () => {
    const cell = cellOf({ kind: 'symmetric', area_cm2: 0.5 });
    const { pristine } = cellTechniques({ cell, spectra: [spectrum({ kind: 'pristine' }, 100)] });
    expect(pristine?.interface_ohm_cm2).toEqual({ value: 25, standardError: 0.5 });
  });

  test('has one interface in a half cell, and none without an area or an arc', () => {
    const half = { kind: 'half', area_cm2: 0.5 } as const;
    const of = (cell: Cell, size: number | null) =>
      cellTechniques({ cell, spectra: [spectrum({ kind: 'pristine' }, size)] }).pristine?.interface_ohm_cm2;
    expect(of(cellOf(half), 100)?.value).toBe(50);
    expect(of(cellOf({ ...half, area_cm2: null }), 100)).toBeNull();
    expect(of(cellOf(half), null)).toBeNull();
  });

  test('takes the oldest spectrum as the one after cycling, and counts those without a state as neither', () => {
    const cell = cellOf({ kind: 'symmetric', area_cm2: 2 });
    const found = cellTechniques({
      cell,
      spectra: [
        spectrum({ kind: 'after-cycle', cycle: 50 }, 30),
        spectrum({ kind: 'unspecified' }, 7),
        spectrum({ kind: 'after-cycle', cycle: 10 }, 20),
      ],
    });
    expect(found.pristine).toBeNull();
    expect(found.cycled?.interface_ohm_cm2?.value).toBe(30);
    expect(found.unmarked).toBe(1);
  });
});
