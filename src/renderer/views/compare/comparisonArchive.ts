/** A whole comparison as one ZIP: tables, what can be concluded, and every figure as SVG and PDF. */
import { comparisonFiles, type ExportedComparison } from '#core/compare/export/comparisonFiles.ts';
import type { WorkReport } from '../../app/workList.ts';
import { csvPieces, svgAs, type FigureHost } from '../../export/figureFile.ts';
import { figureSvg } from '../../export/figureSvg.ts';
import type { ArchivedFigure } from './archivedFigure.ts';
import { createZipWriter, type ZipWriter } from './zipWriter.ts';

export interface ArchiveRequest {
  readonly exported: ExportedComparison;
  readonly figures: readonly ArchivedFigure[];
  readonly host: FigureHost;
}

export interface ComparisonArchive {
  readonly bytes: Uint8Array;
  /** Names of figures that could not be read or drawn. */
  readonly failed: readonly string[];
}

/** Without characters that some file system refuses. */
function plainName(name: string): string {
  return name.replace(/[<>:"/\\|?*]/g, '-');
}

/** Draws a figure and gives back how to write it, so that one that cannot be drawn leaves nothing behind. */
async function drawn({ name, figure: read, hasCsv }: ArchivedFigure, host: FigureHost, signal: AbortSignal) {
  const figure = await read(signal);
  if (!figure) return null;
  const svg = await figureSvg(figure);
  const pdf = await svgAs('pdf', svg, figure, host);
  return async (zip: ZipWriter) => {
    const path = `figures/${plainName(name)}`;
    await zip.add(`${path}.svg`, [svg]);
    zip.store(`${path}.pdf`, pdf);
    if (hasCsv) await zip.add(`${path}.csv`, csvPieces(figure, signal));
  };
}

/** One figure that fails is named and stops no other. */
export async function comparisonArchive(
  { exported, figures, host }: ArchiveRequest,
  { signal, onProgress }: WorkReport,
): Promise<ComparisonArchive> {
  const zip = createZipWriter();
  for (const [name, content] of Object.entries(comparisonFiles(exported))) await zip.add(name, [content]);
  const failed: string[] = [];
  for (const [done, figure] of figures.entries()) {
    onProgress(done / figures.length);
    const write = await drawn(figure, host, signal).catch(() => {
      failed.push(figure.name);
      return null;
    });
    signal.throwIfAborted();
    await write?.(zip);
  }
  return { bytes: zip.end(), failed };
}
