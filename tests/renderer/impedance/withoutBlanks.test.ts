import { describe, expect, test } from 'vitest';
import type { Column } from '#core/dataset.ts';
import { isSameBlank, setBlank } from '../../../src/renderer/store/changes/blanks.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import { spectrumKey } from '../../../src/renderer/views/impedance/spectrumKey.ts';
import { blanksOf, withoutBlanks } from '../../../src/renderer/views/impedance/withoutBlanks.ts';

function stored(id: string, part: Partial<StoredDataset> = {}): StoredDataset {
  return {
    id,
    studyId: 's',
    importId: id,
    cellId: null,
    position: 0,
    fileName: `${id}.csv`,
    kind: 'impedance',
    label: 'Impedance',
    rows: 2,
    columns: [],
    metadata: {},
    state: { kind: 'unspecified' },
    contentKey: `${id}:0`,
    ...part,
  };
}

function columns(frequency_Hz: number[], zRe_ohm: number[], zIm_ohm: number[]): readonly Column[] {
  return Object.entries({ frequency_Hz, zRe_ohm, zIm_ohm }).map(([name, values]) => ({
    name,
    unit: name === 'frequency_Hz' ? 'Hz' : 'ohm',
    source: name,
    values: Float64Array.from(values),
  }));
}

const cell = stored('cell');
const leads = stored('leads', { impedanceSign: 'negated' });

function chosen(blank: StoredDataset): StoredDataset {
  const [row] = setBlank([cell], 'short', blank).rows;
  return row?.after as StoredDataset;
}

const measured = {
  spectrum: {
    frequency_Hz: Float64Array.of(1000, 10),
    zRe_ohm: Float64Array.of(11, 15),
    zIm_ohm: Float64Array.of(-1, -4),
  },
  rows: Int32Array.of(0, 1),
  skippedRows: 0,
};

describe('a blank that is taken out of a spectrum', () => {
  test('is subtracted with the sign that was chosen for it', () => {
    const source = {
      datasets: [cell, leads],
      columns: new Map([['leads', columns([1000, 10], [1, 2], [-0.5, 0])]]),
    };
    const blanks = blanksOf(chosen(leads), source);
    if (typeof blanks === 'string') throw new Error(blanks);
    // Z'' of the leads is negated first: −1 − 0.5.
    expect(withoutBlanks(measured, blanks)).toMatchObject({
      spectrum: { zRe_ohm: Float64Array.of(10, 13), zIm_ohm: Float64Array.of(-1.5, -4) },
    });
  });

  test('that does not reach a frequency is refused with the frequency', () => {
    const source = { datasets: [leads], columns: new Map([['leads', columns([1000, 100], [1, 2], [0, 0])]]) };
    const blanks = blanksOf(chosen(leads), source);
    if (typeof blanks === 'string') throw new Error(blanks);
    expect(withoutBlanks(measured, blanks)).toContain('10 Hz');
  });

  test('that was removed is named', () => {
    expect(blanksOf(chosen(leads), { datasets: [cell], columns: new Map() })).toContain('leads.csv');
  });
});

describe('the choice of a blank', () => {
  test('makes what was computed of the spectrum stale, and undoing it does not', () => {
    const [row] = setBlank([cell], 'short', leads).rows;
    const [before, after] = [row?.before, row?.after] as [StoredDataset, StoredDataset];
    expect(spectrumKey({ dataset: after })).not.toBe(spectrumKey({ dataset: cell }));
    expect(spectrumKey({ dataset: before })).toBe(spectrumKey({ dataset: cell }));
  });

  test('knows when the blank was changed afterwards', () => {
    const { blanks } = chosen(leads);
    expect(isSameBlank(blanks?.short, leads)).toBe(true);
    expect(isSameBlank(blanks?.short, { ...leads, excludedRows: [1] })).toBe(false);
  });

  test('leaves the blank itself and what has it already as they are', () => {
    expect(setBlank([leads, chosen(leads)], 'short', leads).rows).toEqual([]);
  });
});
