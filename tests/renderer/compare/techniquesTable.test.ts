import { expect, test } from 'vitest';
import type { CellTechniques, SpectrumReading } from '#core/compare/cellTechniques.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { techniquesTable } from '../../../src/renderer/views/compare/techniquesTable.ts';

test('a resistance has as many digits as two digits of its error, and three where the error is not known', () => {
  const reading = {
    circuit: 'R0-p(R1,CPE1)',
    interface_ohm: null,
    interface_ohm_cm2: { value: 110.1432, standardError: 0.0541 },
    electrolyte_ohm: { value: 58.2591, standardError: null },
    intercept: { value_ohm: 6.2, standardError_ohm: 1.24 },
  } as unknown as SpectrumReading;
  const cell = { id: 'c', studyId: 's', groupId: 'b', name: 'Li_01', order: 0, ...UNKNOWN_CELL };
  const cells = [{ cell, pristine: reading, cycled: null, unmarked: 0 }] as unknown as CellTechniques[];
  const [row] = techniquesTable(cells, [{ id: 'b', name: 'bare', colour: '#000' }], new Map()).rows;
  expect([row?.[2], row?.[5], row?.[7]]).toEqual(['110.143 ± 0.054', '58.3', '6.2 ± 1.2']);
});
