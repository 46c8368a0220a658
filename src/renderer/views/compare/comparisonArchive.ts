/** A whole comparison as one ZIP: tables, the paragraph, and every figure as SVG and PDF. */
import { strToU8, zipSync } from 'fflate/browser';
import { comparisonFiles, type ExportedComparison } from '#core/compare/export/comparisonFiles.ts';
import type { FigureStyle } from '#figures/figure.ts';
import type { WorkReport } from '../../app/workList.ts';
import { svgAs } from '../../export/figureFile.ts';
import { figureSvg } from '../../export/figureSvg.ts';
import type { Platform } from '../../platform/platform.ts';
import { comparisonFigures } from './useCompareFigure.ts';

export interface ArchiveHost {
  readonly platform: Platform;
  readonly style: FigureStyle & { readonly dpi: number };
  readonly createdAt: string;
}

export interface ComparisonArchive {
  readonly bytes: Uint8Array;
  /** Names of figures that could not be drawn. */
  readonly failed: readonly string[];
}

const KINDS = ['svg', 'pdf'] as const;
/** The earliest date that a ZIP can tell: the same comparison gives the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Without characters that some file system refuses. */
function plainName(name: string): string {
  return name.replace(/[<>:"/\\|?*]/g, '-');
}

/** One figure that fails is named and stops no other. */
export async function comparisonArchive(
  exported: ExportedComparison,
  { platform, style, createdAt }: ArchiveHost,
  { signal, onProgress }: WorkReport,
): Promise<ComparisonArchive> {
  const members: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(comparisonFiles(exported))) members[name] = strToU8(content);
  const { simulated } = exported.study;
  const figures = comparisonFigures(exported.comparison, { style, simulated, groups: exported.groups });
  const failed: string[] = [];
  for (const [done, { name, figure }] of figures.entries()) {
    signal.throwIfAborted();
    onProgress(done / figures.length);
    try {
      const svg = await figureSvg(figure);
      for (const kind of KINDS) {
        const bytes = await svgAs(kind, svg, figure, { platform, dpi: style.dpi, createdAt });
        members[`figures/${plainName(name)}.${kind}`] = bytes;
      }
    } catch {
      failed.push(name);
    }
  }
  signal.throwIfAborted();
  return { bytes: zipSync(members, { level: 6, mtime: ZIP_EPOCH }), failed };
}
