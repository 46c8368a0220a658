import { expect, test } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { applyRadiation } from '#core/xrd/applyRadiation.ts';
import { fileRadiation } from '#core/xrd/fileRadiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';

const molybdenum = radiationOf('MoKa1');
if (!molybdenum) throw new Error('no Mo Kα1');

const datasetOf = (kind: Dataset['kind']): Dataset => ({
  ...{ kind, label: 'scan', rows: 0, columns: [] },
  metadata: { anode: 'Cu', kAlpha1_A: 1.5405929, sample: 'film' },
});

test('a given radiation takes the place of what the file says, and is said to be given', () => {
  const { metadata } = applyRadiation(datasetOf('diffraction'), molybdenum);
  expect(metadata).toMatchObject({
    anode: 'Mo',
    radiation: 'MoKa1',
    radiationSource: 'given',
    sample: 'film',
  });
  // Deslattes et al., Rev. Mod. Phys. 75 (2003) 35: Mo Kα1 0.70931715 Å.
  expect(fileRadiation(metadata)?.lines).toEqual([{ name: 'Ka1', wavelength_A: 0.70931715, weight: 1 }]);
});

test('what is no diffraction stays as it is', () => {
  const cycling = datasetOf('cycling');
  expect(applyRadiation(cycling, molybdenum)).toBe(cycling);
});
