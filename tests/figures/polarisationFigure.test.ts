import { describe, expect, test } from 'vitest';
import { polarisationFigure } from '#figures/polarisationFigure.ts';
import type { CellPolarisation } from '#figures/polarisationTraces.ts';
import { toPlotly } from '#figures/plotly.ts';

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

  test('events stand on their half cycles, a symbol a kind, named in the legend beside the cells', () => {
    const cells = [
      cellOf('a', 'bare', {
        events: [
          { halfCycle: 2, kind: 'soft-short' },
          { halfCycle: 4, kind: 'recovered' },
        ],
      }),
      cellOf('b', 'bare', { events: [{ halfCycle: 4, kind: 'soft-short' }] }),
    ];
    const { panels, legend } = polarisationFigure(cells, { style, simulated: false });
    const marks = panels[0]?.traces.filter(({ marker }) => marker?.isEdged) ?? [];
    expect(marks.map(({ label, series }) => [label, series.x[0], series.y[0]])).toEqual([
      ['a: soft short', 2, 40],
      ['a: recovered', 4, 10],
      ['b: soft short', 4, 10],
    ]);
    const [first, other, same] = marks.map(({ marker }) => marker?.symbol);
    expect(first).toBe(same);
    expect(first).not.toBe(other);
    expect(legend.map(({ label }) => label)).toEqual(['a', 'b', 'soft short', 'recovered']);
    const top_mm = panels[0]?.frame.top_mm ?? 0;
    expect(legend.every(({ middle_mm }) => middle_mm < top_mm)).toBe(true);
  });

  test('a symbol of the legend is drawn as an outline without a line', () => {
    const cell = cellOf('a', 'bare', { events: [{ halfCycle: 2, kind: 'hard-short' }] });
    const figure = polarisationFigure([cell], { style, simulated: false });
    const { shapes } = toPlotly(figure, { target: 'file', theme: 'paper' }).layout;
    expect(shapes.map(({ type }) => type)).toEqual(['line', 'path']);
  });

  test('a half cycle of 0 mV is counted where the axis has no place for it, and drawn where it has', () => {
    const cell = cellOf('a', 'bare');
    const log = polarisationFigure([cell], { style, simulated: false });
    expect(log.notes).toContain('1 half cycle of 0 mV or less not on the logarithmic axis');
    const linear = polarisationFigure([cell], { style, simulated: false, scale: 'linear' });
    expect(valuesOf(linear.panels[0]?.traces[0]?.series.y)).toEqual([80, 40, 0, 10]);
    expect(linear.notes.join()).not.toContain('0 mV');
  });

  test('the band of a course is filled below the points, and ends at the foot of a logarithmic axis', () => {
    const halfCycle = Float64Array.of(1, 4);
    const band = { halfCycle, lower95_mV: Float64Array.of(70, -5), upper95_mV: Float64Array.of(90, 20) };
    const cell = cellOf('a', 'bare', { course: { ...course, band } });
    const { panels, notes } = polarisationFigure([cell], { style, simulated: false });
    const [lower, upper] = panels[0]?.traces ?? [];
    expect(valuesOf(lower?.series.y)).toEqual([70, 10]);
    expect(valuesOf(upper?.series.y)).toEqual([90, 20]);
    expect([lower?.fillsToPrevious, upper?.fillsToPrevious]).toEqual([undefined, true]);
    expect(notes.join()).toContain('95 %');
  });

  test('groups stand beside each other with the same millivolts', () => {
    const cells = [cellOf('a', 'bare'), cellOf('b', 'amalgam')];
    const options = { style, simulated: false, arrangement: 'beside' } as const;
    const { panels } = polarisationFigure(cells, options);
    expect(panels.map(({ title }) => title)).toEqual(['bare', 'amalgam']);
    expect(new Set(panels.map(({ yLink }) => yLink)).size).toBe(1);
  });
});
