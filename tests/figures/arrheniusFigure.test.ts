import { expect, test } from 'vitest';
import { fitArrhenius } from '#core/eis/arrhenius.ts';
import { arrheniusFigure, type ArrheniusPoints } from '#figures/arrheniusFigure.ts';

const STYLE = { width_mm: 90, height_mm: 70, font_pt: 8, line_pt: 0.75 };

test('the line of an Arrhenius plot is that of 30 kJ/mol, and what is not determined is drawn open beside it', () => {
  // G = 10 S exp(−Ea/(R T)), R = 8.314462618 J/(mol K).
  const conductance = (T: number) => 10 * Math.exp(-30_000 / 8.314_462_618 / T);
  const temperature_K = Float64Array.of(250, 300, 350);
  const cell: ArrheniusPoints = {
    id: 'a',
    name: 'a',
    group: 'g',
    groupColour: '#000000',
    colour: '#000000',
    dash: 'solid',
    source: { id: 'a', cell: 'a', group: 'g', fileName: 'a.mpr', sha256: '' },
    temperature_K,
    conductance_S: temperature_K.map((T) => (T === 300 ? 1 : conductance(T))),
    isDetermined: [true, false, true],
  };
  const fit = fitArrhenius([250, 350].map((T) => ({ temperature_K: T, value: conductance(T) })));
  const options = { style: STYLE, simulated: false, quantity: '1/R1', fit, notes: [] };
  const [panel] = arrheniusFigure([cell], options).panels;
  const [line, determined, open] = panel?.traces ?? [];
  expect([...(line?.series.x ?? [])]).toEqual([1000 / 350, 1000 / 250]);
  expect(line?.series.y[0]).toBeCloseTo(conductance(350), 8);
  expect(line?.series.y[1]).toBeCloseTo(conductance(250), 10);
  expect([...(determined?.series.y ?? [])].map(Number.isNaN)).toEqual([false, true, false]);
  expect([open?.marker?.open, open?.series.y[1]]).toEqual([true, 1]);
});
