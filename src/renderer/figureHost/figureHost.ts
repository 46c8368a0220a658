/**
 * The page that the command line drives in a browser without a window: it draws figures with the application's own
 * code. It defines one function, `amalgamSvg(json)`, that takes what encodeFigure wrote and resolves with the SVG.
 */
import { decodeFigure } from '#figures/figureJson.ts';
import { figureSvg } from '../export/figureSvg.ts';

declare global {
  var amalgamSvg: (figureJson: string) => Promise<string>;
}

globalThis.amalgamSvg = (figureJson) => figureSvg(decodeFigure(figureJson));
document.documentElement.dataset['ready'] = 'true';
