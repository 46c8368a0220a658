import { describe, expect, test } from 'vitest';
import type { CellPattern } from '#figures/diffractionFigure.ts';
import {
  typedAngles,
  withAngle,
} from '../../../src/renderer/views/diffraction/background/backgroundSettings.ts';
import {
  treatedPatterns,
  treatmentNotes,
} from '../../../src/renderer/views/diffraction/background/treatedPatterns.ts';
import type { MethodPattern } from '../../../src/renderer/views/diffraction/background/useTreatedPatterns.ts';

function patternOf(id: string): CellPattern {
  const source = { id, cell: id, group: 'g', fileName: '', sha256: '' };
  return {
    ...{
      id,
      name: id,
      group: 'g',
      groupColour: '#000000',
      colour: '#000000',
      dash: 'solid',
      source,
      label: id,
    },
    ...{ wavelength_A: 1.54, twoTheta_deg: Float64Array.of(20, 21), found: [] },
    intensity_counts: Float64Array.of(100, 90),
  };
}

const result: MethodPattern = {
  intensity_counts: Float64Array.of(100, 90),
  background: { background_counts: Float64Array.of(60, 60), halo_counts: Float64Array.of(10, 0) },
  isStripped: true,
  method: { kind: 'polynomial', degree: 3 },
};
const patterns = [patternOf('a'), patternOf('b')];
const treated = new Map([['a', result]]);

describe('points of a background by hand', () => {
  test('are angles parted by commas, semicolons or blanks; anything else is refused', () => {
    expect(typedAngles('45, 12.5;20  30')).toEqual([12.5, 20, 30, 45]);
    expect(typedAngles('')).toEqual([]);
    expect(['12, x', '0', '190', '12..5'].map(typedAngles)).toEqual([null, null, null, null]);
  });

  test('come with a click and go with a click beside them', () => {
    expect(withAngle('12, 30', 20.004)).toBe('12, 20, 30');
    expect(withAngle('12, 20, 30', 20.2)).toBe('12, 30');
  });
});

describe('what a figure says of a background', () => {
  test('names method, halo and stripping, and to how many patterns it was done', () => {
    const kept = treatmentNotes(patterns, treated, { backgroundUse: 'subtract', keepsHalo: true });
    expect(kept[0]).toMatch(/subtracted \(polynomial of degree 3\), halo kept; in 1 of 2 patterns/);
    expect(kept[1]).toMatch(/Kα2 stripped for display, fits use the doublet; in 1 of 2 patterns/);
    const [taken] = treatmentNotes(patterns, treated, { backgroundUse: 'subtract', keepsHalo: false });
    expect(taken).toMatch(/any halo subtracted/);
    const [drawn] = treatmentNotes(patterns, treated, { backgroundUse: 'curve', keepsHalo: true });
    expect(drawn).toMatch(/^Background drawn/);
  });

  test('goes with what is drawn: 100 − 60 counts with the halo, 100 − 60 − 10 without', () => {
    const [kept, other] = treatedPatterns(patterns, treated, { backgroundUse: 'subtract', keepsHalo: true });
    expect([...(kept?.intensity_counts ?? [])]).toEqual([40, 30]);
    expect(other).toBe(patterns[1]);
    const [taken] = treatedPatterns(patterns, treated, { backgroundUse: 'subtract', keepsHalo: false });
    expect([...(taken?.intensity_counts ?? [])]).toEqual([30, 30]);
    const [drawn] = treatedPatterns(patterns, treated, { backgroundUse: 'curve', keepsHalo: true });
    expect(drawn?.curves?.map(({ counts }) => [...counts])).toEqual([
      [60, 60],
      [70, 60],
    ]);
  });
});
