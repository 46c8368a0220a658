import { describe, expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import type { Metal } from '#core/project/study.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import {
  archivedProfiles,
  type ReadHalfCycles,
  type ReadVoltage,
} from '../../../src/renderer/views/compare/archivedProfiles.ts';
import type { ComparedCell } from '../../../src/renderer/views/compare/evidenceRecord.ts';
import { ALL_CELLS, type ProfileChoice } from '../../../src/renderer/views/compare/profileCells.ts';

const groups = [
  { id: 'b', name: 'bare', colour: '#d55e00' },
  { id: 'a', name: 'amalgam', colour: '#0072b2' },
];

function compared(name: string, groupId: string, metal: Metal): ComparedCell {
  const cell = {
    id: name,
    studyId: 's',
    groupId,
    name,
    order: 0,
    ...UNKNOWN_CELL,
    metal,
    electrolyte: 'LP30',
  };
  // Only what is asked of a stored dataset here.
  return {
    cell,
    datasets: [{ id: `${name}-run`, kind: 'cycling', fileName: `${name}.mpr` } as StoredDataset],
  };
}

const cells = [
  ...['b1', 'b2', 'b3'].map((name) => compared(name, 'b', 'Li')),
  compared('a1', 'a', 'Li'),
  compared('zb', 'b', 'Zn'),
];

const values = (set: string, bare: readonly string[], found: readonly number[]) =>
  ({
    ...{ metric: 'polarisation_end', set, title: 'Polarisation' },
    groups: [{ group: 'bare', cells: bare, values: found }],
  }) as unknown as MetricComparison;

const metrics = [values('Li, LP30', ['b1', 'b2', 'b3'], [90, 300, 120]), values('Zn, LP30', ['zb'], [5])];

const SECOND_ROW: HalfCycle = {
  ...{ index: 2, direction: 'negative', firstRow: 1, endRow: 2, startTime_s: 3600, duration_s: 0 },
  ...{ samples: 1, capacity_Ah: 1, segments: [] },
};

function archived(choice: ProfileChoice = new Map()) {
  const asked: string[] = [];
  const read: ReadVoltage = ({ cell, dataset }) => {
    asked.push(cell.name);
    const group = groups.find(({ id }) => id === cell.groupId)?.name ?? '';
    const source = {
      id: cell.id,
      cell: cell.name,
      group,
      fileName: dataset.fileName,
      sha256: `sha of ${cell.name}`,
    };
    const look = { groupColour: '#000000', colour: '#000000', dash: 'solid' as const };
    const voltage_V = Float64Array.of(0.01, -0.02);
    return Promise.resolve({
      ...{ id: cell.id, name: cell.name, group, ...look, source },
      ...{
        time_s: Float64Array.of(0, 3600),
        voltage_V,
        pyramid: minMaxPyramid(voltage_V),
        timeIsSorted: true,
      },
      ...{ timeZero_s: 0, trimFrom_s: null, trimTo_s: null },
    });
  };
  const style = { width_mm: 85, height_mm: 70, font_pt: 8, line_pt: 0.75 };
  const metric = metrics[0] ?? null;
  const look = { style, simulated: true, sharesVoltage: true };
  /** Of the coated cell none can be found. */
  const readHalfCycles: ReadHalfCycles = ({ cell }) =>
    Promise.resolve(
      cell.groupId === 'a'
        ? { ok: false, error: new Error('no current') }
        : { ok: true, value: [SECOND_ROW] },
    );
  const request = { cells, groups, metrics, metric, choice, look, read, readHalfCycles, halfCycle: 2 };
  return { asked, figures: archivedProfiles(request) };
}

const { signal } = new AbortController();

describe('voltages side by side in the archive', () => {
  test('are two figures a set, whole runs and a half cycle, read when its turn comes: of each group the cell with the middle value', async () => {
    const { asked, figures } = archived();
    expect(figures.map(({ name, hasCsv }) => [name, hasCsv])).toEqual([
      ['Li, LP30 profiles', true],
      ['Li, LP30 half cycle 2', true],
      ['Zn, LP30 profiles', true],
      ['Zn, LP30 half cycle 2', true],
    ]);
    expect(asked).toEqual([]);
    await figures[0]?.figure(signal);
    expect(asked).toEqual(['b3', 'a1']);
    await figures[2]?.figure(signal);
    expect(asked).toEqual(['b3', 'a1', 'zb']);
  });

  test('have a table whose columns carry units, with the file and SHA-256 of each cell and how it was chosen', async () => {
    const figure = await archived().figures[0]?.figure(signal);
    const lines = figure ? [...figureCsv(figure)].join('').split('\r\n') : [];
    expect(lines).toContain('b3: Time (h),b3: Voltage (V),a1: Time (h),a1: Voltage (V)');
    expect(lines).toContain('1,-0.02,1,-0.02');
    expect(lines).toContain('# Source,b3,bare,b3.mpr,SHA-256 sha of b3');
    expect(lines).toContain('# Note,"Li, LP30"');
    expect(lines).toContain('# Note,cells with the middle value of: Polarisation');
  });

  test('show one half cycle of each, and name the cells of which none could be found', async () => {
    const figure = await archived().figures[1]?.figure(signal);
    expect(figure?.panels.map(({ title }) => title)).toEqual(['bare']);
    expect(figure?.notes).toContain('half cycle 2 of each, time from its start');
    expect(figure?.notes).toContain('a1: no current');
    const lines = figure ? [...figureCsv(figure)].join('').split('\r\n') : [];
    expect(lines).toContain('0,-20');
  });

  test('are of the cells chosen on screen, and say so', async () => {
    const { asked, figures } = archived(new Map([['b', 'b1']]));
    const figure = await figures[0]?.figure(signal);
    expect(asked).toEqual(['b1', 'a1']);
    expect(figure?.notes).toContain('cells chosen by hand');
    const all = archived(new Map([['b', ALL_CELLS]]));
    await all.figures[0]?.figure(signal);
    expect(all.asked).toEqual(['b1', 'b2', 'b3', 'a1']);
  });
});
