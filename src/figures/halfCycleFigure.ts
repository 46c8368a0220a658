/** Half cycles laid over each other, each from 0 against the capacity passed in it: drift and shape at a glance. */
import { figureWords } from '#core/text/figureWords.ts';
import { capacityFigure, type CapacityOptions, type CellCapacity } from '#figures/capacityFigure.ts';
import type { Figure } from '#figures/figure.ts';

export function halfCycleFigure(cells: readonly CellCapacity[], options: CapacityOptions): Figure {
  return capacityFigure({ id: 'half-cycles', title: figureWords.halfCycleTitle }, cells, options);
}
