/** A figure as the bytes of a file of any offered kind. */
import type { Figure } from '#figures/figure.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import type { Platform } from '../platform/platform.ts';
import { figurePng } from './figurePng.ts';
import { figureSvg } from './figureSvg.ts';

export const FIGURE_FILES = {
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
  pdf: { extension: 'pdf', mimeType: 'application/pdf' },
  png: { extension: 'png', mimeType: 'image/png' },
  csv: { extension: 'csv', mimeType: 'text/csv' },
} as const;

export type FigureFileKind = keyof typeof FIGURE_FILES;

/** With a byte order mark: spreadsheets read UTF-8 by it. A long table must not keep the window from answering. */
export async function* csvPieces(figure: Figure, signal?: AbortSignal): AsyncGenerator<string> {
  yield '\ufeff';
  for (const part of figureCsv(figure)) {
    signal?.throwIfAborted();
    yield part;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function csvBytes(figure: Figure): Promise<Uint8Array> {
  const parts: string[] = [];
  for await (const part of csvPieces(figure)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export async function figureFile(
  figure: Figure,
  kind: FigureFileKind,
  host: FigureHost,
): Promise<Uint8Array> {
  if (kind === 'csv') return csvBytes(figure);
  return svgAs(kind, await figureSvg(figure), figure, host);
}

export interface FigureHost {
  readonly platform: Platform;
  readonly dpi: number;
  readonly createdAt: string;
}

/** What was drawn once can be had as a file of several kinds. */
export async function svgAs(
  kind: Exclude<FigureFileKind, 'csv'>,
  svg: string,
  figure: Figure,
  host: FigureHost,
): Promise<Uint8Array> {
  if (kind === 'svg') return new TextEncoder().encode(svg);
  if (kind === 'png') return figurePng(svg, figure, host.dpi);
  const { width_mm, height_mm } = figure;
  return host.platform.pdfOfSvg(svg, { width_mm, height_mm, createdAt: host.createdAt });
}
