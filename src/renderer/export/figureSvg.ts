/** The SVG of a figure, drawn off screen with the same geometry as on it. */
import type { Figure } from '#figures/figure.ts';
import { toPlotly } from '#figures/plotly.ts';
import { stableSvg } from '#figures/stableSvg.ts';
import { loadPlotly } from '../components/plotlyFigure.ts';

const DATA_URL = 'data:image/svg+xml,';

function createStage(): HTMLElement {
  const stage = document.createElement('div');
  stage.style.cssText = 'position:fixed;left:-100000px;top:0';
  stage.setAttribute('aria-hidden', 'true');
  document.body.append(stage);
  return stage;
}

export async function figureSvg(figure: Figure): Promise<string> {
  const plotly = await loadPlotly();
  const { data, layout } = toPlotly(figure, { target: 'file', theme: 'paper' });
  const stage = createStage();
  try {
    await plotly.newPlot(stage, data, layout, {
      staticPlot: true,
      showSendToCloud: false,
      plotlyServerURL: '',
    });
    const { width, height } = layout;
    const url = await plotly.toImage(stage, { format: 'svg', width, height });
    if (!url.startsWith(DATA_URL)) throw new Error('Plotly gave no SVG');
    return stableSvg(decodeURIComponent(url.slice(DATA_URL.length)), figure);
  } finally {
    plotly.purge(stage);
    stage.remove();
  }
}
