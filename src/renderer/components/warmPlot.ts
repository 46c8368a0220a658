/**
 * A plot of two samples that nobody sees. The engine compiles what drawing and zooming need while nothing else happens,
 * so that the first plot of a file takes no longer than those after it.
 */
import { voltageTrace } from '#core/cycling/voltageTrace.ts';
import type { Figure } from '#figures/figure.ts';
import { toPlotly } from '#figures/plotly.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import { CONFIG, loadPlotly } from './plotlyFigure.ts';

const STYLE = { width_mm: 150, height_mm: 90, font_pt: 9.75, line_pt: 1 } as const;
const DRAWINGS = 3;

function twoSamples(): Figure {
  const drawn = { time_s: Float64Array.of(0, 3600), voltage_V: Float64Array.of(0, 0.1) };
  const cell = {
    ...drawn,
    ...voltageTrace(drawn),
    id: 'warm',
    name: 'warm',
    group: 'warm',
    groupColour: '#000000',
    colour: '#000000',
    dash: 'solid',
    source: { id: 'warm', cell: '', group: '', fileName: '', sha256: '' },
    timeZero_s: 0,
    trimFrom_s: null,
    trimTo_s: null,
  } as const;
  return voltageTimeFigure([cell], { style: STYLE, arrangement: 'overlaid', inset_h: 1, simulated: false });
}

function hiddenElement(): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-hidden', 'true');
  element.style.cssText = 'position: fixed; left: -9999px; top: 0; visibility: hidden; pointer-events: none';
  document.body.append(element);
  return element;
}

/** Safari has no idle callbacks. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => {
        resolve();
      });
    } else setTimeout(resolve, 100);
  });
}

export async function warmPlot(): Promise<void> {
  const plotly = await loadPlotly();
  const element = hiddenElement();
  for (let drawing = 0; drawing < DRAWINGS; drawing++) {
    await idle();
    const { data, layout } = toPlotly(twoSamples(), { target: 'screen', theme: 'light' });
    await plotly.react(element, data, layout, CONFIG);
  }
  plotly.purge(element);
  element.remove();
}
