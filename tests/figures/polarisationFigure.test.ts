import { describe, expect, test } from 'vitest';
import { polarisationFigure, type CellPolarisation } from '#figures/polarisationFigure.ts';

const style = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };

function cellOf(name: string, group: string, more: Partial<CellPolarisation> = {}): CellPolarisation {
  const source = { id: name, cell: name, group, fileName: `${name}.mpt`, sha256: '' };
  const look = { groupColour: '#0072B2', colour: '#0072B2', dash: 'solid' } as const;
  return {
    ...{ id: name, name, group, ...look, source },
    halfCycle: Float64Array.of(1, 2, 3, 4),
    polarisation_mV: Float64Array.of(80, 40, 0, 10),
    ...more,
  };
}

const course = { halfCycle: Float64Array.of(1, 4), polarisation_mV: Float64Array.of(80, 10) };
const valuesOf = (values: Float64Array | undefined) => [...(values ?? [])];

describe('polarisation of half cycles', () => {
  test('without a course is a line, and a logarithmic axis has whole decades and no 0', () => {
    const [panel] = polarisationFigure([cellOf('a', 'bare')], { style, simulated: false }).panels;
    expect(valuesOf(panel?.traces[0]?.series.y)).toEqual([80, 40, NaN, 10]);
    expect(panel?.yAxis).toMatchObject({ scale: 'log', range: [10, 100], unit: 'mV' });
  });

  test('with a course are points, open where they were left out of it', () => {
    const cell = cellOf('a', 'bare', { course, leftOut: new Set([2]) });
    const [panel] = polarisationFigure([cell], { style, simulated: false }).panels;
    const [points, leftOut, line] = panel?.traces ?? [];
    expect(points?.marker).toMatchObject({ open: false });
    expect(valuesOf(points?.series.y)).toEqual([80, NaN, NaN, 10]);
    expect(leftOut?.marker).toMatchObject({ open: true });
    expect(valuesOf(leftOut?.series.y)).toEqual([NaN, 40, NaN, NaN]);
    expect(valuesOf(line?.series.y)).toEqual([80, 10]);
    expect(line?.marker).toBeUndefined();
  });

  test('events stand on their half cycles, each kind named once in a panel', () => {
    const events = (halfCycle: number) => [{ halfCycle, text: 'soft short' }];
    const cells = [cellOf('a', 'bare', { events: events(4) }), cellOf('b', 'bare', { events: events(2) })];
    const [panel] = polarisationFigure(cells, { style, simulated: false }).panels;
    const marks = panel?.traces.filter(({ id }) => id.endsWith('-events')) ?? [];
    expect(marks.map(({ series }) => [series.x[0], series.y[0]])).toEqual([
      [4, 10],
      [2, 40],
    ]);
    expect(marks.flatMap(({ pointLabels }) => pointLabels?.map(({ text }) => text))).toEqual([
      '',
      'soft short',
    ]);
  });

  test('groups stand beside each other with the same millivolts', () => {
    const cells = [cellOf('a', 'bare'), cellOf('b', 'amalgam')];
    const options = { style, simulated: false, arrangement: 'beside' } as const;
    const { panels } = polarisationFigure(cells, options);
    expect(panels.map(({ title }) => title)).toEqual(['bare', 'amalgam']);
    expect(new Set(panels.map(({ yLink }) => yLink)).size).toBe(1);
  });
});
