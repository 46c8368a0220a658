/** A plot on the clipboard: a picture for slides, and the vectors where the browser carries them. */
import type { Figure } from '#figures/figure.ts';
import { figurePng } from './figurePng.ts';
import { figureSvg } from './figureSvg.ts';

const SVG_TYPE = 'image/svg+xml';
const CLIPBOARD_DPI = 300;

export async function copyFigure(figure: Figure): Promise<void> {
  const svg = await figureSvg(figure);
  const png = await figurePng(svg, figure, CLIPBOARD_DPI);
  const picture = new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' });
  const vectors = ClipboardItem.supports(SVG_TYPE) ? { [SVG_TYPE]: new Blob([svg], { type: SVG_TYPE }) } : {};
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture, ...vectors })]);
}
