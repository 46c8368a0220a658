/** The layer along the current, for each supposition on the foil beneath. */
import { layerTrajectory, type CurrentStep, type Film } from '#core/layer/layerTrajectory.ts';
import { layerFigureWords } from '#core/text/layerFigureWords.ts';
import type { LayerLine } from '#figures/layerFigure.ts';

export function layerLines(
  film: Omit<Film, 'exchange_perHour'>,
  steps: readonly CurrentStep[],
  exchange_perHour: number,
): readonly LayerLine[] {
  const line = (id: string, label: string, dash: LayerLine['dash'], k: number): LayerLine => ({
    id,
    label,
    dash,
    points: layerTrajectory({ ...film, exchange_perHour: k }, steps),
  });
  return [
    line('isolated', layerFigureWords.isolated, 'solid', 0),
    ...(exchange_perHour > 0
      ? [line('exchange', layerFigureWords.exchange(exchange_perHour), 'dash', exchange_perHour)]
      : []),
    line('full', layerFigureWords.full, 'dot', Infinity),
  ];
}
