import { describe, expect, test } from 'vitest';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import { decodeFigure, encodeFigure } from '#figures/figureJson.ts';
import { plotlyTraces, toPlotly } from '#figures/plotly.ts';
import { voltageTimeFigure, type Arrangement } from '#figures/voltageTimeFigure.ts';
import { squareWave, STYLE } from './cellVoltages.ts';

const CELLS = [
  squareWave('Li_01', 'bare'),
  squareWave('Li-Hg_01', 'amalgam'),
  squareWave('Li-Hg_02', 'amalgam'),
];

function figureOf(arrangement: Arrangement, inset_h: number | null = null, cells = CELLS) {
  return voltageTimeFigure(cells, { style: STYLE, arrangement, inset_h, simulated: true });
}

describe('voltage against time', () => {
  test('says that data are simulated and how many cells each group has', () => {
    expect(figureOf('overlaid').notes).toEqual([
      'Simulated data',
      'bare: n = 1 cell',
      'amalgam: n = 2 cells',
    ]);
  });

  test('counts cells: a file that belongs to none is named, not counted as n', () => {
    const file = { ...squareWave('run.mpt', 'no group'), isAssigned: false };
    expect(figureOf('overlaid', null, [squareWave('Li_01', 'bare'), file]).notes).toEqual([
      'Simulated data',
      'bare: n = 1 cell',
      '1 file of no cell',
    ]);
  });

  test('names groups in the legend of many, and never counts files that belong to no cell as cells', () => {
    const files = Array.from({ length: 10 }, (_, at) => ({
      ...squareWave(`run ${at}.mpt`, 'no group'),
      isAssigned: false,
    }));
    const { legend } = figureOf('overlaid', null, [squareWave('Li_01', 'bare'), ...files]);
    expect(legend.map(({ label }) => label)).toEqual(['bare (n = 1)', '10 files of no cell']);
  });

  test('shows time in hours and voltage in volts, with units on the axes', () => {
    const { data, layout } = toPlotly(figureOf('overlaid'), { target: 'file', theme: 'paper' });
    expect((layout['xaxis'] as { title: { text: string } }).title.text).toBe('Time (h)');
    expect((layout['yaxis'] as { title: { text: string } }).title.text).toBe('Voltage (V)');
    // 40 h at one row in 10 s: the last row stands at 143 990 s.
    expect(data[0]?.x.at(-1)).toBeCloseTo(143_990 / 3600, 12);
  });

  test('stacks one panel a group with linked axes', () => {
    const { layout } = toPlotly(figureOf('stacked'), { target: 'screen', theme: 'light' });
    expect(layout['xaxis2']).toMatchObject({ matches: 'x' });
    expect(layout['yaxis2']).toMatchObject({ matches: 'y' });
    expect(figureOf('stacked').panels.map(({ title }) => title)).toEqual(['bare', 'amalgam']);
  });

  test('side by side has one scale of voltage, or one for each group with its labels', () => {
    const layoutOf = (sharesVoltage: boolean) => {
      const options = { style: STYLE, arrangement: 'beside', inset_h: null, simulated: true } as const;
      const figure = voltageTimeFigure(CELLS, { ...options, sharesVoltage });
      return toPlotly(figure, { target: 'screen', theme: 'light' }).layout;
    };
    expect(layoutOf(true)['yaxis2']).toMatchObject({ matches: 'y', showticklabels: false });
    const own = layoutOf(false);
    expect(own['yaxis2']).not.toHaveProperty('matches');
    expect(own['yaxis2']).toMatchObject({ title: { text: 'Voltage (V)' } });
    expect(own['xaxis2']).toMatchObject({ matches: 'x' });
  });

  test('is as many pixels wide as its millimetres at 96 dpi, on screen and in files', () => {
    for (const target of ['screen', 'file'] as const) {
      const { layout } = toPlotly(figureOf('overlaid'), { target, theme: 'paper' });
      expect(layout.width).toBeCloseTo((180 / 25.4) * 96, 9);
      expect(layout.height).toBeCloseTo((90 / 25.4) * 96, 9);
    }
  });

  test('has the same axes on screen and in files', () => {
    const figure = figureOf('stacked', 15);
    const screen = toPlotly(figure, { target: 'screen', theme: 'paper' }).layout;
    expect(toPlotly(figure, { target: 'file', theme: 'paper' }).layout).toEqual(screen);
  });

  test('leaves the axis as it is where the inset has room beside what has failed', () => {
    const failed = squareWave('Li_01', 'bare', 4);
    failed.voltage_V.forEach((value, i) => (failed.voltage_V[i] = 15 * value));
    const cells = [
      { ...failed, pyramid: minMaxPyramid(failed.voltage_V) },
      squareWave('Li-Hg_01', 'amalgam'),
    ];
    const [panel, inset] = figureOf('overlaid', 2, cells).panels;
    const [low, high] = panel?.yAxis.range ?? [0, 0];
    // ±1.5 V and a twentieth of 3 V on either side.
    expect(low).toBeCloseTo(-1.65, 9);
    expect(high).toBeCloseTo(1.65, 9);
    if (!panel || !inset) throw new Error('two panels expected');
    const quiet_mm = panel.frame.top_mm + (panel.frame.height_mm * (high - 0.1)) / (high - low);
    expect(inset.frame.top_mm + inset.frame.height_mm).toBeLessThan(quiet_mm);
  });

  test('puts the inset below data that stay above', () => {
    const cell = squareWave('Li_01', 'bare');
    cell.voltage_V.forEach((_, i) => (cell.voltage_V[i] = i < 3600 ? 0 : 4));
    const cells = [{ ...cell, pyramid: minMaxPyramid(cell.voltage_V) }];
    const [panel, inset] = figureOf('overlaid', 2, cells).panels;
    if (!panel || !inset) throw new Error('two panels expected');
    expect(panel.yAxis.range?.[0]).toBeCloseTo(-0.2, 9);
    expect(inset.frame.top_mm).toBeGreaterThan(panel.frame.top_mm + 0.3 * panel.frame.height_mm);
  });

  test('keeps the inset above the data', () => {
    const { panels } = figureOf('overlaid', 15);
    const [panel, inset] = panels;
    if (!panel || !inset) throw new Error('two panels expected');
    const [low, high] = panel.yAxis.range ?? [0, 0];
    const topOfData_mm = panel.frame.top_mm + (panel.frame.height_mm * (high - 0.1)) / (high - low);
    expect(inset.frame.top_mm + inset.frame.height_mm).toBeLessThan(topOfData_mm);
    expect(inset.xAxis.range).toEqual([0, 15]);
  });

  test('keeps all text and panels within the page', () => {
    for (const arrangement of ['overlaid', 'stacked', 'beside'] as const) {
      for (const { frame } of figureOf(arrangement, 15).panels) {
        expect(frame.left_mm).toBeGreaterThan(0);
        expect(frame.left_mm + frame.width_mm).toBeLessThan(STYLE.width_mm);
        expect(frame.top_mm + frame.height_mm).toBeLessThan(STYLE.height_mm);
      }
    }
  });

  test('names groups instead of cells where there are too many cells to name', () => {
    const many = Array.from({ length: 9 }, (_, k) => squareWave(`Li_${k}`, 'bare', 2));
    expect(figureOf('overlaid', null, many).legend.map(({ label }) => label)).toEqual(['bare (n = 9)']);
  });

  test('starts the axis at time zero of the cell and hides what was trimmed', () => {
    const cell = { ...squareWave('Li_01', 'bare'), timeZero_s: 3600, trimFrom_s: 7200, trimTo_s: 10_800 };
    const trace = plotlyTraces(figureOf('overlaid', null, [cell]), { target: 'screen', theme: 'light' })[0];
    expect(trace?.x[0]).toBeCloseTo(1, 12);
    expect(trace?.x.at(-1)).toBeCloseTo(2, 12);
  });

  test('draws a zoomed window from all samples in it', () => {
    const figure = figureOf('overlaid');
    const zoomed = { x: [1, 1.1] as const };
    const trace = plotlyTraces(figure, { target: 'screen', theme: 'light', zoomed })[0];
    // 0.1 h at one row in 10 s is 37 rows with both ends, and one neighbour either side.
    expect(trace?.x.length).toBe(39);
  });
});

test('a figure crosses JSON unchanged, gaps included', () => {
  const cell = squareWave('Li_01', 'bare', 1);
  cell.voltage_V[5] = NaN;
  const figure = decodeFigure(encodeFigure(figureOf('overlaid', null, [cell])));
  const options = { target: 'file', theme: 'paper' } as const;
  expect(toPlotly(figure, options)).toEqual(toPlotly(figureOf('overlaid', null, [cell]), options));
  expect(figure.panels[0]?.traces[0]?.series.y[5]).toBeNaN();
});

test('the CSV behind a figure has every row, with units, cells, files and hashes', () => {
  const cell = squareWave('Li, bare', 'bare', 1);
  const lines = [...figureCsv(figureOf('overlaid', 0.5, [cell]))].join('').split('\r\n');
  expect(lines).toContain('# Source,"Li, bare",bare,"Li, bare.mpt",SHA-256 ab12');
  const title = lines.indexOf('"Li, bare: Time (h)","Li, bare: Voltage (V)"');
  expect(title).toBeGreaterThan(0);
  // 360 rows and the empty end of the last line.
  expect(lines.length - title - 1).toBe(361);
  expect(lines[title + 2]).toBe('0.00277777777778,0.1');
});
