/**
 * Plotly's SVG made fit for files: identifiers are numbered in order of appearance, because Plotly draws them at random,
 * and the size is in millimetres. The same figure then gives the same bytes.
 */
import type { FigureStyle } from '#figures/figure.ts';
import { PX_PER_MM } from '#figures/plotlyTheme.ts';

function escapedPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function renumbered(svg: string): string {
  const found = [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');
  const numbers = new Map([...new Set(found)].map((id, index) => [id, `a${index + 1}`]));
  if (numbers.size === 0) return svg;
  const ids = [...numbers.keys()].sort((a, b) => b.length - a.length).map(escapedPattern);
  const use = new RegExp(`(\\sid="|#)(${ids.join('|')})(?=["')&])`, 'g');
  return svg.replace(use, (_all, lead: string, id: string) => `${lead}${numbers.get(id) ?? id}`);
}

function rounded(value: number): string {
  return String(Number(value.toFixed(4)));
}

function rootOf(size: Pick<FigureStyle, 'width_mm' | 'height_mm'>): string {
  const { width_mm, height_mm } = size;
  const box = `0 0 ${rounded(width_mm * PX_PER_MM)} ${rounded(height_mm * PX_PER_MM)}`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"' +
    ` width="${rounded(width_mm)}mm" height="${rounded(height_mm)}mm" viewBox="${box}"`
  );
}

/** @param svg what Plotly exports @param size of the figure the drawing was made for */
export function stableSvg(svg: string, size: Pick<FigureStyle, 'width_mm' | 'height_mm'>): string {
  const root = /^[\s\S]*?<svg\b([^>]*)>/.exec(svg);
  if (!root) throw new Error('not an SVG');
  const style = /\sstyle="[^"]*"/.exec(root[1] ?? '')?.[0] ?? '';
  return `${rootOf(size)}${style}>${renumbered(svg.slice(root[0].length))}\n`;
}
