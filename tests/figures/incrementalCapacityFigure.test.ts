import { describe, expect, test } from 'vitest';
import { incrementalCapacityFigure, type CellDerivative } from '#figures/incrementalCapacityFigure.ts';

const style = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
const source = { id: 'a', cell: 'a', group: 'g', fileName: 'a.csv', sha256: '' };
const look = { groupColour: '#0072B2', colour: '#0072B2', dash: 'solid' } as const;
const common = { style, simulated: false, notes: ['bins of 5 mV'] };

function cellOf(curves: CellDerivative['curves']): CellDerivative {
  return { id: 'a', name: 'a', group: 'g', ...look, source, curves };
}

describe('the derivative of chosen cycles', () => {
  test('is one line a cell with a gap between charge and discharge, in the unit of the basis', () => {
    const cell = cellOf([
      { x: Float64Array.of(3.4, 3.5), y: Float64Array.of(10, 20) },
      { x: Float64Array.of(3.3, 3.2), y: Float64Array.of(-10, -5) },
    ]);
    const options = { ...common, derivative: 'dQdV', basis: 'perMass' } as const;
    const figure = incrementalCapacityFigure([cell], options);
    const [panel] = figure.panels;
    expect([...(panel?.traces[0]?.series.y ?? [])]).toEqual([10, 20, NaN, -10, -5, NaN]);
    expect(panel?.yAxis).toEqual({ quantity: 'dQ/dV', unit: 'mAh/(g V)', range: null });
    expect(panel?.xAxis).toMatchObject({ quantity: 'Voltage', unit: 'V' });
    expect(figure.notes).toContain('bins of 5 mV');
  });

  test('dV/dQ stands over capacity, and its steep ends do not set the range', () => {
    const y = new Float64Array(40).fill(0.5);
    y[0] = 900;
    y[39] = 700;
    y[20] = 2;
    const cell = cellOf([{ x: Float64Array.from(y, (_, k) => k), y }]);
    const options = { ...common, derivative: 'dVdQ', basis: 'perArea' } as const;
    const [panel] = incrementalCapacityFigure([cell], options).panels;
    expect(panel?.yAxis.unit).toBe('V cm²/mAh');
    expect(panel?.yAxis.range?.[0]).toBe(0);
    expect(panel?.yAxis.range?.[1]).toBeCloseTo(2.2, 12);
    expect(panel?.xAxis).toMatchObject({ quantity: 'Areal capacity', unit: 'mAh/cm²' });
  });

  test('peaks that were followed are marks above the curves, named once beside the cells', () => {
    const curve = { x: Float64Array.of(3.4, 3.5, 3.6), y: Float64Array.of(1, 20, 1) };
    const cells = [{ ...cellOf([curve]), peaks: [{ x: 3.5, y: 20 }] }, cellOf([curve])];
    const options = { ...common, derivative: 'dQdV', basis: 'absolute' } as const;
    const { panels, legend } = incrementalCapacityFigure(cells, options);
    const marks = panels[0]?.traces.at(-1);
    expect([...(marks?.series.x ?? []), ...(marks?.series.y ?? [])]).toEqual([3.5, 20]);
    expect(marks?.marker).toMatchObject({ open: true });
    expect(legend.map(({ label }) => label)).toEqual(['a', 'peak followed over the cycles']);
  });
});
