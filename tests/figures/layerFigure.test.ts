import { expect, test } from 'vitest';
import { layerTrajectory } from '#core/layer/layerTrajectory.ts';
import { lithiumMercury } from '#core/layer/lithiumMercury.ts';
import { stepsOfProtocol } from '#core/layer/layerProtocol.ts';
import { layerFigure } from '#figures/layerFigure.ts';

const film = {
  system: lithiumMercury,
  hg_molPerCm2: 42.873e-6,
  startMetalPerHg: 1 / 3,
  exchange_perHour: 0,
};
const steps = stepsOfProtocol({ current_mAPerCm2: 2, halfCycle_min: 60, halfCycles: 2, first: 'plate' });
const line = {
  id: 'isolated',
  label: 'on its own',
  dash: 'solid',
  points: layerTrajectory(film, steps),
} as const;

function figureOf(width_mm: number, height_mm: number) {
  const style = { width_mm, height_mm, font_pt: 8, line_pt: 0.75 };
  return layerFigure([line], { metal: 'Li', colour: '#0072B2', style, notes: [] });
}

test.each([
  ['tall', 120, 150, 1],
  ['low', 180, 90, 2],
])('a %s figure has room for every panel and its axis', (_name, width_mm, height_mm, columns) => {
  const { panels } = figureOf(width_mm, height_mm);
  expect(new Set(panels.map(({ frame }) => frame.left_mm)).size).toBe(columns);
  expect(panels.filter(({ showsXLabels }) => showsXLabels)).toHaveLength(columns);
  for (const { frame } of panels) {
    expect(frame.left_mm + frame.width_mm).toBeLessThan(width_mm);
    expect(frame.top_mm + frame.height_mm).toBeLessThan(height_mm);
    expect(frame.height_mm).toBeGreaterThan(15);
  }
});

test('draws the thickness that 2 mAh/cm² of plating gives: 14.03 µm', () => {
  const thickness = figureOf(120, 150).panels.find(({ id }) => id === 'thickness')?.traces[0]?.series;
  const atOneHour = [...(thickness?.x ?? [])].findIndex((time_h) => Math.abs(time_h - 1) < 1e-9);
  expect(thickness?.y[atOneHour]).toBeCloseTo(14.034, 2);
  expect(Math.max(...(thickness?.y ?? []))).toBeCloseTo(14.034, 2);
});
