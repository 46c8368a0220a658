/** Made-up cells for the tests of figures: square waves of one hour, simulated by formula. */
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';

export const STYLE = { width_mm: 180, height_mm: 90, font_pt: 8, line_pt: 0.75 } as const;

export function squareWave(name: string, group: string, hours = 40): CellVoltage {
  const time_s = Float64Array.from({ length: hours * 360 }, (_, i) => i * 10);
  const voltage_V = time_s.map((time) => (Math.floor(time / 3600) % 2 === 0 ? 0.1 : -0.1));
  return {
    id: name,
    name,
    group,
    groupColour: group === 'bare' ? '#D55E00' : '#0072B2',
    colour: group === 'bare' ? '#D55E00' : '#0072B2',
    dash: 'solid',
    source: { id: name, cell: name, group, fileName: `${name}.mpt`, sha256: 'ab12' },
    time_s,
    voltage_V,
    pyramid: minMaxPyramid(voltage_V),
    timeIsSorted: true,
    timeZero_s: 0,
    trimFrom_s: null,
    trimTo_s: null,
  };
}
