/** Voltage against capacity of chosen cycles of one or more cells. */
import { figureWords } from '#core/text/figureWords.ts';
import { capacityFigure, type CapacityOptions, type CellCapacity } from '#figures/capacityFigure.ts';
import type { Figure } from '#figures/figure.ts';

export function voltageCapacityFigure(cells: readonly CellCapacity[], options: CapacityOptions): Figure {
  return capacityFigure({ id: 'voltage-capacity', title: figureWords.voltageCapacityTitle }, cells, options);
}
